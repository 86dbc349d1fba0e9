-- stored in Berlin
--   min(berlin.at) as utc by berlin.id
SELECT
  berlin.id AS id,
  MIN(
    berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
      WHEN (
        berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = berlin."at"
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND
  ) AS utc
FROM berlin
GROUP BY
  1
ORDER BY
  berlin.id NULLS LAST;
-- postgres:
--   -        berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND
--   +    END * INTERVAL '1 SECOND'
--   -  berlin.id NULLS LAST
--   +  berlin.id ASC
-- snowflake:
--   -    berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = berlin."at"
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', berlin."AT"))
--   +        ) = berlin."AT"
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('Europe/Berlin', 'UTC', berlin."AT")
--   +    )

-- a range of UTC far from a change
--   count(berlin) as n for 2025-06
SELECT
  COUNT(*) AS n
FROM berlin
WHERE
  berlin."at" >= CAST('2025-06-01 02:00:00' AS TIMESTAMP)
  AND berlin."at" < CAST('2025-07-01 02:00:00' AS TIMESTAMP);
-- snowflake:
--   -  berlin."at" >= CAST('2025-06-01 02:00:00' AS TIMESTAMP)
--   -  AND berlin."at" < CAST('2025-07-01 02:00:00' AS TIMESTAMP)
--   +  berlin."AT" >= TO_TIMESTAMP_NTZ('2025-06-01 02:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +  AND berlin."AT" < TO_TIMESTAMP_NTZ('2025-07-01 02:00:00', 'YYYY-MM-DD HH24:MI:SS')

-- a range of UTC that begins with a change
--   count(berlin) as n, min(berlin.id) as first, max(berlin.id) as last for 2025-03-30
SELECT
  COUNT(*) AS n,
  MIN(berlin.id) AS first,
  MAX(berlin.id) AS last
FROM berlin
WHERE
  berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
    WHEN (
      berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
    ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = berlin."at"
    THEN -3600
    ELSE 0
  END * INTERVAL '1' SECOND >= CAST('2025-03-30 00:00:00' AS TIMESTAMP)
  AND berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
    WHEN (
      berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
    ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = berlin."at"
    THEN -3600
    ELSE 0
  END * INTERVAL '1' SECOND < CAST('2025-03-31 00:00:00' AS TIMESTAMP);
-- postgres:
--   -      berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +      berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -  END * INTERVAL '1' SECOND >= CAST('2025-03-30 00:00:00' AS TIMESTAMP)
--   +  END * INTERVAL '1 SECOND' >= CAST('2025-03-30 00:00:00' AS TIMESTAMP)
--   -      berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +      berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -  END * INTERVAL '1' SECOND < CAST('2025-03-31 00:00:00' AS TIMESTAMP)
--   +  END * INTERVAL '1 SECOND' < CAST('2025-03-31 00:00:00' AS TIMESTAMP)
-- snowflake:
--   -  berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -    WHEN (
--   -      berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -    ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = berlin."at"
--   -    THEN -3600
--   -    ELSE 0
--   -  END * INTERVAL '1' SECOND >= CAST('2025-03-30 00:00:00' AS TIMESTAMP)
--   -  AND berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -    WHEN (
--   -      berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -    ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = berlin."at"
--   -    THEN -3600
--   -    ELSE 0
--   -  END * INTERVAL '1' SECOND < CAST('2025-03-31 00:00:00' AS TIMESTAMP)
--   +  DATEADD(
--   +    SECOND,
--   +    CASE
--   +      WHEN CONVERT_TIMEZONE(
--   +        'UTC',
--   +        'Europe/Berlin',
--   +        DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', berlin."AT"))
--   +      ) = berlin."AT"
--   +      THEN -3600
--   +      ELSE 0
--   +    END,
--   +    CONVERT_TIMEZONE('Europe/Berlin', 'UTC', berlin."AT")
--   +  ) >= TO_TIMESTAMP_NTZ('2025-03-30 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +  AND DATEADD(
--   +    SECOND,
--   +    CASE
--   +      WHEN CONVERT_TIMEZONE(
--   +        'UTC',
--   +        'Europe/Berlin',
--   +        DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', berlin."AT"))
--   +      ) = berlin."AT"
--   +      THEN -3600
--   +      ELSE 0
--   +    END,
--   +    CONVERT_TIMEZONE('Europe/Berlin', 'UTC', berlin."AT")
--   +  ) < TO_TIMESTAMP_NTZ('2025-03-31 00:00:00', 'YYYY-MM-DD HH24:MI:SS')

-- west of UTC
--   min(new_york.at) as utc by new_york.id
SELECT
  new_york.id AS id,
  MIN(
    new_york."at" AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
      WHEN (
        new_york."at" AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = new_york."at"
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND
  ) AS utc
FROM new_york
GROUP BY
  1
ORDER BY
  new_york.id NULLS LAST;
-- postgres:
--   -        new_york."at" AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        new_york."at" AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND
--   +    END * INTERVAL '1 SECOND'
--   -  new_york.id NULLS LAST
--   +  new_york.id ASC
-- snowflake:
--   -    new_york."at" AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        new_york."at" AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = new_york."at"
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/New_York',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', new_york."AT"))
--   +        ) = new_york."AT"
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('America/New_York', 'UTC', new_york."AT")
--   +    )

-- half an hour that comes twice
--   min(lord_howe.at) as utc by lord_howe.id
SELECT
  lord_howe.id AS id,
  MIN(
    lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' + CASE
      WHEN (
        lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Australia/Lord_Howe' = lord_howe."at"
      THEN -3600
      WHEN (
        lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' - INTERVAL '1800' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Australia/Lord_Howe' = lord_howe."at"
      THEN -1800
      ELSE 0
    END * INTERVAL '1' SECOND
  ) AS utc
FROM lord_howe
GROUP BY
  1
ORDER BY
  lord_howe.id NULLS LAST;
-- postgres:
--   -        lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -        lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' - INTERVAL '1800' SECOND
--   +        lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' - INTERVAL '1800 SECOND'
--   -    END * INTERVAL '1' SECOND
--   +    END * INTERVAL '1 SECOND'
--   -  lord_howe.id NULLS LAST
--   +  lord_howe.id ASC
-- snowflake:
--   -    lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Australia/Lord_Howe' = lord_howe."at"
--   -      THEN -3600
--   -      WHEN (
--   -        lord_howe."at" AT TIME ZONE 'Australia/Lord_Howe' AT TIME ZONE 'UTC' - INTERVAL '1800' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Australia/Lord_Howe' = lord_howe."at"
--   -      THEN -1800
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Australia/Lord_Howe',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', lord_howe."AT"))
--   +        ) = lord_howe."AT"
--   +        THEN -3600
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Australia/Lord_Howe',
--   +          DATEADD(SECOND, -1800, CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', lord_howe."AT"))
--   +        ) = lord_howe."AT"
--   +        THEN -1800
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', lord_howe."AT")
--   +    )

-- a midnight that comes twice and one that clocks skip
--   min(havana.at) as utc by havana.id
SELECT
  havana.id AS id,
  MIN(
    havana."at" AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
      WHEN (
        havana."at" AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = havana."at"
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND
  ) AS utc
FROM havana
GROUP BY
  1
ORDER BY
  havana.id NULLS LAST;
-- postgres:
--   -        havana."at" AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        havana."at" AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND
--   +    END * INTERVAL '1 SECOND'
--   -  havana.id NULLS LAST
--   +  havana.id ASC
-- snowflake:
--   -    havana."at" AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        havana."at" AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = havana."at"
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/Havana',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/Havana', 'UTC', havana."AT"))
--   +        ) = havana."AT"
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('America/Havana', 'UTC', havana."AT")
--   +    )

-- a day that was skipped, and a zone without changes
--   min(elsewhere.in_apia) as apia, min(elsewhere.in_tokyo) as tokyo by elsewhere.id
SELECT
  elsewhere.id AS id,
  MIN(
    elsewhere.in_apia AT TIME ZONE 'Pacific/Apia' AT TIME ZONE 'UTC' + CASE
      WHEN (
        elsewhere.in_apia AT TIME ZONE 'Pacific/Apia' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Pacific/Apia' = elsewhere.in_apia
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND
  ) AS apia,
  MIN(elsewhere.in_tokyo AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC') AS tokyo
FROM elsewhere
GROUP BY
  1
ORDER BY
  elsewhere.id NULLS LAST;
-- postgres:
--   -        elsewhere.in_apia AT TIME ZONE 'Pacific/Apia' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        elsewhere.in_apia AT TIME ZONE 'Pacific/Apia' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND
--   +    END * INTERVAL '1 SECOND'
--   -  elsewhere.id NULLS LAST
--   +  elsewhere.id ASC
-- snowflake:
--   -    elsewhere.in_apia AT TIME ZONE 'Pacific/Apia' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        elsewhere.in_apia AT TIME ZONE 'Pacific/Apia' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Pacific/Apia' = elsewhere.in_apia
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Pacific/Apia',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Pacific/Apia', 'UTC', elsewhere.in_apia))
--   +        ) = elsewhere.in_apia
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('Pacific/Apia', 'UTC', elsewhere.in_apia)
--   +    )
--   -  MIN(elsewhere.in_tokyo AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC') AS tokyo
--   +  MIN(CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', elsewhere.in_tokyo)) AS tokyo

-- in hours of UTC
--   count(berlin) as n by hour for 2025-10-26 limit 3
WITH berlin_times /* at_utc */ AS (
  SELECT
    berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
      WHEN (
        berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = berlin."at"
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS at_utc
  FROM berlin
), berlin_scan /* count_berlin */ AS (
  SELECT
    DATE_TRUNC('hour', berlin.at_utc) AS hour,
    COUNT(*) AS count_berlin
  FROM berlin_times AS berlin
  WHERE
    berlin.at_utc >= CAST('2025-10-26 00:00:00' AS TIMESTAMP)
    AND berlin.at_utc < CAST('2025-10-27 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), hours /* every hour */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2025-10-26 00:00:00' AS TIMESTAMP),
        CAST('2025-10-26 23:00:00' AS TIMESTAMP),
        INTERVAL '1' HOUR
      )
    ) AS hour
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_berlin) AS count_berlin
  FROM (
    SELECT
      berlin_scan.hour AS hour,
      berlin_scan.count_berlin AS count_berlin
    FROM berlin_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_berlin
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AS hour,
  COALESCE(answer.count_berlin, 0) AS n
FROM answer
ORDER BY
  answer.hour NULLS LAST
LIMIT 3;
-- postgres:
--   -        berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS at_utc
--   +    END * INTERVAL '1 SECOND' AS at_utc
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-10-26 00:00:00' AS TIMESTAMP),
--   -        CAST('2025-10-26 23:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    CAST(series.start AS TIMESTAMP) AS hour
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-10-26 00:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-10-26 23:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 HOUR'
--   +  ) AS series(start)
--   -      NULL AS count_berlin
--   +      CAST(NULL AS DECIMAL) AS count_berlin
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        berlin."at" AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = berlin."at"
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS at_utc
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', berlin."AT"))
--   +        ) = berlin."AT"
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('Europe/Berlin', 'UTC', berlin."AT")
--   +    ) AS at_utc
--   -    berlin.at_utc >= CAST('2025-10-26 00:00:00' AS TIMESTAMP)
--   -    AND berlin.at_utc < CAST('2025-10-27 00:00:00' AS TIMESTAMP)
--   +    berlin.at_utc >= TO_TIMESTAMP_NTZ('2025-10-26 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND berlin.at_utc < TO_TIMESTAMP_NTZ('2025-10-27 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-10-26 00:00:00' AS TIMESTAMP),
--   -        CAST('2025-10-26 23:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-10-26 00:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 24))
--   +  ) AS numbers
--   -      NULL AS count_berlin
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_berlin
