-- hours begin at local full hours
--   count(calls) as n by hour for 2025-01-01 having n > 0
WITH calls_scan /* count_calls */ AS (
  SELECT
    calls.called_at - (
      calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Kolkata' - DATE_TRUNC('hour', calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Kolkata')
    ) AS hour,
    COUNT(*) AS count_calls
  FROM calls
  WHERE
    calls.called_at >= CAST('2024-12-31 18:30:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-01-01 18:30:00' AS TIMESTAMP)
  GROUP BY
    1
), hours /* every hour */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2024-12-31 18:30:00' AS TIMESTAMP),
        CAST('2025-01-01 17:30:00' AS TIMESTAMP),
        INTERVAL '1' HOUR
      )
    ) AS hour
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.hour AS hour,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_calls
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Kolkata' AS hour,
  COALESCE(answer.count_calls, 0) AS n
FROM answer
WHERE
  COALESCE(answer.count_calls, 0) > 0
ORDER BY
  answer.hour NULLS LAST;
-- postgres:
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2024-12-31 18:30:00' AS TIMESTAMP),
--   -        CAST('2025-01-01 17:30:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    CAST(series.start AS TIMESTAMP) AS hour
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2024-12-31 18:30:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-01 17:30:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 HOUR'
--   +  ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    calls.called_at - (
--   -      calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Kolkata' - DATE_TRUNC('hour', calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Kolkata')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(SECOND, CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', calls.called_at), calls.called_at),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', calls.called_at))
--   -    calls.called_at >= CAST('2024-12-31 18:30:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-01-01 18:30:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2024-12-31 18:30:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-01-01 18:30:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2024-12-31 18:30:00' AS TIMESTAMP),
--   -        CAST('2025-01-01 17:30:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2024-12-31 18:30:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 24))
--   +  ) AS numbers
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Kolkata' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', answer.hour) AS hour,

-- days begin at local midnight
--   count(calls) as n by day for 2025-01-01 to 2025-01-02
WITH calls_scan /* count_calls */ AS (
  SELECT
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Kolkata' AS DATE) AS day,
    COUNT(*) AS count_calls
  FROM calls
  WHERE
    calls.called_at >= CAST('2024-12-31 18:30:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-01-02 18:30:00' AS TIMESTAMP)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-02' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.day AS day,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_calls
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_calls, 0) AS n
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-02' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-02' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Kolkata' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', calls.called_at) AS DATE) AS day,
--   -    calls.called_at >= CAST('2024-12-31 18:30:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-01-02 18:30:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2024-12-31 18:30:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-01-02 18:30:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-02' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
