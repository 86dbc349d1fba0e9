-- by minute, over midnight
--   sum(events.n) as n, trailing(sum(events.n), 2 minutes) as two by minute for 2025-01-01 to 2025-01-02 having two > 0
WITH events_scan /* sum_n */ AS (
  SELECT
    DATE_TRUNC('minute', events.seen) AS minute,
    SUM(events.n) AS sum_n
  FROM events
  WHERE
    events.seen >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
    AND events.seen < CAST('2025-01-03 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), minutes /* every minute, from `starts` to before `ends` */ AS (
  SELECT
    series.minute,
    CASE
      WHEN series.minute IS NULL OR CAST('2025-01-01 00:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE GREATEST(series.minute, CAST('2025-01-01 00:00:00' AS TIMESTAMP))
    END AS starts,
    CASE
      WHEN (
        series.minute + INTERVAL '1' MINUTE
      ) IS NULL
      OR CAST('2025-01-03 00:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE LEAST(series.minute + INTERVAL '1' MINUTE, CAST('2025-01-03 00:00:00' AS TIMESTAMP))
    END AS ends
  FROM (
    SELECT
      UNNEST(
        GENERATE_SERIES(
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-01-02 23:59:00' AS TIMESTAMP),
          INTERVAL '1' MINUTE
        )
      ) AS minute
  ) AS series
), events_scan_2 /* trailing_sum_n */ AS (
  SELECT
    minutes.minute AS minute,
    SUM(events.n) AS trailing_sum_n
  FROM events
  JOIN minutes
    ON events.seen >= minutes.ends - INTERVAL '2' MINUTE AND events.seen < minutes.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.minute,
    MAX(stacked.sum_n) AS sum_n,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      events_scan.minute AS minute,
      events_scan.sum_n AS sum_n,
      NULL AS trailing_sum_n
    FROM events_scan
    UNION ALL
    SELECT
      events_scan_2.minute AS minute,
      NULL AS sum_n,
      events_scan_2.trailing_sum_n AS trailing_sum_n
    FROM events_scan_2
    UNION ALL
    SELECT
      minutes.minute AS minute,
      NULL AS sum_n,
      NULL AS trailing_sum_n
    FROM minutes
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.minute AS minute,
  COALESCE(answer.sum_n, 0) AS n,
  COALESCE(answer.trailing_sum_n, 0) AS two
FROM answer
WHERE
  COALESCE(answer.trailing_sum_n, 0) > 0
ORDER BY
  answer.minute NULLS LAST;
-- postgres:
--   -    CASE
--   -      WHEN series.minute IS NULL OR CAST('2025-01-01 00:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.minute, CAST('2025-01-01 00:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.minute + INTERVAL '1' MINUTE
--   -      ) IS NULL
--   -      OR CAST('2025-01-03 00:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.minute + INTERVAL '1' MINUTE, CAST('2025-01-03 00:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.minute, CAST('2025-01-01 00:00:00' AS TIMESTAMP)) AS starts,
--   +    LEAST(series.minute + INTERVAL '1 MINUTE', CAST('2025-01-03 00:00:00' AS TIMESTAMP)) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
--   -          CAST('2025-01-02 23:59:00' AS TIMESTAMP),
--   -          INTERVAL '1' MINUTE
--   -        )
--   -      ) AS minute
--   +      CAST(series.start AS TIMESTAMP) AS minute
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01 00:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      CAST(CAST('2025-01-02 23:59:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      INTERVAL '1 MINUTE'
--   +    ) AS series(start)
--   -    ON events.seen >= minutes.ends - INTERVAL '2' MINUTE AND events.seen < minutes.ends
--   +    ON events.seen >= minutes.ends - INTERVAL '2 MINUTE' AND events.seen < minutes.ends
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.minute NULLS LAST
--   +  answer.minute ASC
-- snowflake:
--   -    events.seen >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   -    AND events.seen < CAST('2025-01-03 00:00:00' AS TIMESTAMP)
--   +    events.seen >= TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.seen < TO_TIMESTAMP_NTZ('2025-01-03 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CASE
--   -      WHEN series.minute IS NULL OR CAST('2025-01-01 00:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.minute, CAST('2025-01-01 00:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.minute + INTERVAL '1' MINUTE
--   -      ) IS NULL
--   -      OR CAST('2025-01-03 00:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.minute + INTERVAL '1' MINUTE, CAST('2025-01-03 00:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.minute, TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS starts,
--   +    LEAST(
--   +      DATEADD(MINUTE, 1, series.minute),
--   +      TO_TIMESTAMP_NTZ('2025-01-03 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    ) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
--   -          CAST('2025-01-02 23:59:00' AS TIMESTAMP),
--   -          INTERVAL '1' MINUTE
--   -        )
--   -      ) AS minute
--   +      DATEADD(MINUTE, numbers.n, TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS minute
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2880))
--   +    ) AS numbers
--   -    ON events.seen >= minutes.ends - INTERVAL '2' MINUTE AND events.seen < minutes.ends
--   +    ON events.seen >= DATEADD(MINUTE, -2, minutes.ends) AND events.seen < minutes.ends
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n

-- by second, those that have something
--   sum(events.n) as n, prior(sum(events.n), 1 second) as before by second for 2025-01-01 having n > 0
WITH events_scan /* sum_n */ AS (
  SELECT
    DATE_TRUNC('second', events.seen) AS second,
    SUM(events.n) AS sum_n
  FROM events
  WHERE
    events.seen >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
    AND events.seen < CAST('2025-01-02 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), events_prior_scan /* prior_sum_n */ AS (
  SELECT
    DATE_TRUNC('second', events.seen + INTERVAL '1' SECOND) AS second,
    SUM(events.n) AS prior_sum_n
  FROM events
  WHERE
    events.seen + INTERVAL '1' SECOND >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
    AND events.seen + INTERVAL '1' SECOND < CAST('2025-01-02 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), seconds /* every second */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2025-01-01 00:00:00' AS TIMESTAMP),
        CAST('2025-01-01 23:59:59' AS TIMESTAMP),
        INTERVAL '1' SECOND
      )
    ) AS second
), answer /* one row for each group */ AS (
  SELECT
    stacked.second,
    MAX(stacked.sum_n) AS sum_n,
    MAX(stacked.prior_sum_n) AS prior_sum_n
  FROM (
    SELECT
      events_scan.second AS second,
      events_scan.sum_n AS sum_n,
      NULL AS prior_sum_n
    FROM events_scan
    UNION ALL
    SELECT
      events_prior_scan.second AS second,
      NULL AS sum_n,
      events_prior_scan.prior_sum_n AS prior_sum_n
    FROM events_prior_scan
    UNION ALL
    SELECT
      seconds.second AS second,
      NULL AS sum_n,
      NULL AS prior_sum_n
    FROM seconds
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.second AS second,
  COALESCE(answer.sum_n, 0) AS n,
  COALESCE(answer.prior_sum_n, 0) AS before
FROM answer
WHERE
  COALESCE(answer.sum_n, 0) > 0
ORDER BY
  answer.second NULLS LAST;
-- postgres:
--   -    DATE_TRUNC('second', events.seen + INTERVAL '1' SECOND) AS second,
--   +    DATE_TRUNC('second', events.seen + INTERVAL '1 SECOND') AS second,
--   -    events.seen + INTERVAL '1' SECOND >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   -    AND events.seen + INTERVAL '1' SECOND < CAST('2025-01-02 00:00:00' AS TIMESTAMP)
--   +    events.seen + INTERVAL '1 SECOND' >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   +    AND events.seen + INTERVAL '1 SECOND' < CAST('2025-01-02 00:00:00' AS TIMESTAMP)
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-01-01 00:00:00' AS TIMESTAMP),
--   -        CAST('2025-01-01 23:59:59' AS TIMESTAMP),
--   -        INTERVAL '1' SECOND
--   -      )
--   -    ) AS second
--   +    CAST(series.start AS TIMESTAMP) AS second
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01 00:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-01 23:59:59' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 SECOND'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -  answer.second NULLS LAST
--   +  answer.second ASC
-- snowflake:
--   -    events.seen >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   -    AND events.seen < CAST('2025-01-02 00:00:00' AS TIMESTAMP)
--   +    events.seen >= TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.seen < TO_TIMESTAMP_NTZ('2025-01-02 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    DATE_TRUNC('second', events.seen + INTERVAL '1' SECOND) AS second,
--   +    DATE_TRUNC('second', DATEADD(SECOND, 1, events.seen)) AS second,
--   -    events.seen + INTERVAL '1' SECOND >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   -    AND events.seen + INTERVAL '1' SECOND < CAST('2025-01-02 00:00:00' AS TIMESTAMP)
--   +    DATEADD(SECOND, 1, events.seen) >= TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND DATEADD(SECOND, 1, events.seen) < TO_TIMESTAMP_NTZ('2025-01-02 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-01-01 00:00:00' AS TIMESTAMP),
--   -        CAST('2025-01-01 23:59:59' AS TIMESTAMP),
--   -        INTERVAL '1' SECOND
--   -      )
--   -    ) AS second
--   +    DATEADD(SECOND, numbers.n, TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS second
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 86400))
--   +  ) AS numbers
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_n
