-- months
--   n by month for 2025-02 to 2025-04
WITH calls_scan /* n */ AS (
  SELECT
    CAST(DATE_TRUNC(
      'month',
      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
    ) AS DATE) AS month,
    SUM(calls.n) AS n
  FROM calls
  WHERE
    calls.called_at >= CAST('2025-01-31 23:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-04-30 22:00:00' AS TIMESTAMP)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.n) AS n
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.n AS n
    FROM calls_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS n
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.n, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
--   +      CAST(CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS TIMESTAMP)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS n
--   +      CAST(NULL AS DECIMAL) AS n
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC(
--   -      'month',
--   -      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
--   -    ) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE)) AS DATE) AS month,
--   -    calls.called_at >= CAST('2025-01-31 23:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-04-30 22:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-01-31 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-04-30 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS n

-- a date beside a timestamp, each on its own axis
--   n, plan by day for 2025-03-29 to 2025-04-01
WITH calls_scan /* n */ AS (
  SELECT
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS day,
    SUM(calls.n) AS n
  FROM calls
  WHERE
    calls.called_at >= CAST('2025-03-28 23:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-04-01 22:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days_scan /* plan */ AS (
  SELECT
    days.on_day AS day,
    SUM(days.plan) AS plan
  FROM plans AS days
  WHERE
    days.on_day >= CAST('2025-03-29' AS DATE)
    AND days.on_day < CAST('2025-04-02' AS DATE)
  GROUP BY
    1
), days_2 /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.n) AS n,
    MAX(stacked.plan) AS plan
  FROM (
    SELECT
      calls_scan.day AS day,
      calls_scan.n AS n,
      NULL AS plan
    FROM calls_scan
    UNION ALL
    SELECT
      days_scan.day AS day,
      NULL AS n,
      days_scan.plan AS plan
    FROM days_scan
    UNION ALL
    SELECT
      days_2.day AS day,
      NULL AS n,
      NULL AS plan
    FROM days_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.n, 0) AS n,
  COALESCE(answer.plan, 0) AS plan
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-29' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS plan
--   +      CAST(NULL AS DECIMAL) AS plan
--   -      NULL AS n,
--   +      CAST(NULL AS DECIMAL) AS n,
--   -      NULL AS n,
--   -      NULL AS plan
--   +      CAST(NULL AS DECIMAL) AS n,
--   +      CAST(NULL AS DECIMAL) AS plan
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE) AS day,
--   -    calls.called_at >= CAST('2025-03-28 23:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-04-01 22:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-03-28 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-04-01 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    days.on_day >= CAST('2025-03-29' AS DATE)
--   -    AND days.on_day < CAST('2025-04-02' AS DATE)
--   +    days.on_day >= TO_DATE('2025-03-29', 'YYYY-MM-DD')
--   +    AND days.on_day < TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-03-29', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +  ) AS numbers
--   -      NULL AS plan
--   +      CAST(NULL AS DECIMAL(1, 0)) AS plan
--   -      NULL AS n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS n,
--   -      NULL AS n,
--   -      NULL AS plan
--   +      CAST(NULL AS DECIMAL(1, 0)) AS n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS plan

-- weeks begin on Monday at local midnight
--   n by week for 2025-03-24 to 2025-04-06
WITH calls_scan /* n */ AS (
  SELECT
    CAST(DATE_TRUNC(
      'week',
      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
    ) AS DATE) AS week,
    SUM(calls.n) AS n
  FROM calls
  WHERE
    calls.called_at >= CAST('2025-03-23 23:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-04-06 22:00:00' AS TIMESTAMP)
  GROUP BY
    1
), weeks /* every week */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-24' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' WEEK)
    ) AS DATE) AS week
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.n) AS n
  FROM (
    SELECT
      calls_scan.week AS week,
      calls_scan.n AS n
    FROM calls_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS n
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.n, 0) AS n
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
--   +      CAST(CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS TIMESTAMP)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-24' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    CAST(series.start AS DATE) AS week
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-24' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-31' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 WEEK'
--   +  ) AS series(start)
--   -      NULL AS n
--   +      CAST(NULL AS DECIMAL) AS n
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(DATE_TRUNC(
--   -      'week',
--   -      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
--   +    CAST(DATEADD(
--   +      DAY,
--   +      1 - DAYOFWEEKISO(CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE)),
--   +      CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE)
--   -    calls.called_at >= CAST('2025-03-23 23:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-04-06 22:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-03-23 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-04-06 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-24' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    DATEADD(DAY, numbers.n * 7, TO_DATE('2025-03-24', 'YYYY-MM-DD')) AS week
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS n

-- this month to date ends with today's local midnight
--   n for month to date
SELECT
  COALESCE(SUM(calls.n), 0) AS n
FROM calls
WHERE
  calls.called_at >= CAST('2025-02-28 23:00:00' AS TIMESTAMP)
  AND calls.called_at < CAST('2025-03-31 22:00:00' AS TIMESTAMP);
-- snowflake:
--   -  calls.called_at >= CAST('2025-02-28 23:00:00' AS TIMESTAMP)
--   -  AND calls.called_at < CAST('2025-03-31 22:00:00' AS TIMESTAMP)
--   +  calls.called_at >= TO_TIMESTAMP_NTZ('2025-02-28 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +  AND calls.called_at < TO_TIMESTAMP_NTZ('2025-03-31 22:00:00', 'YYYY-MM-DD HH24:MI:SS')

-- the last 1 day is the local one
--   n for last 1 day
SELECT
  COALESCE(SUM(calls.n), 0) AS n
FROM calls
WHERE
  calls.called_at >= CAST('2025-03-29 23:00:00' AS TIMESTAMP)
  AND calls.called_at < CAST('2025-03-30 22:00:00' AS TIMESTAMP);
-- snowflake:
--   -  calls.called_at >= CAST('2025-03-29 23:00:00' AS TIMESTAMP)
--   -  AND calls.called_at < CAST('2025-03-30 22:00:00' AS TIMESTAMP)
--   +  calls.called_at >= TO_TIMESTAMP_NTZ('2025-03-29 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +  AND calls.called_at < TO_TIMESTAMP_NTZ('2025-03-30 22:00:00', 'YYYY-MM-DD HH24:MI:SS')

-- two days to the end of each day
--   trailing(n, 2 days) as t by day for 2025-03-30 to 2025-04-01
WITH calls_by_day /* trailing_sum_n of each day */ AS (
  SELECT
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS starting_day,
    SUM(calls.n) AS trailing_sum_n
  FROM calls
  WHERE
    calls.called_at >= CAST('2025-03-27 23:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-04-01 22:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days_2 /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days_2.day
  FROM days_2
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(days_2.ends - INTERVAL '2' DAY AS DATE)
    AND days_with_rows.seen < days_2.ends
), calls_scan /* trailing_sum_n */ AS (
  SELECT
    days_seen.day AS day,
    SUM(calls_by_day.trailing_sum_n) AS trailing_sum_n
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      calls_scan.day AS day,
      calls_scan.trailing_sum_n AS trailing_sum_n
    FROM calls_scan
    UNION ALL
    SELECT
      days_2.day AS day,
      NULL AS trailing_sum_n
    FROM days_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_n, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-30' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(days_2.ends - INTERVAL '2' DAY AS DATE)
--   +    ON days_with_rows.seen >= CAST(days_2.ends - INTERVAL '2 DAY' AS DATE)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS starting_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE) AS starting_day,
--   -    calls.called_at >= CAST('2025-03-27 23:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-04-01 22:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-03-27 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-04-01 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-30', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(days_2.ends - INTERVAL '2' DAY AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(DAY, -2, days_2.ends)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n

-- a month before, by month and by day
--   prior(n, 1 month) as before by month for 2025-03 to 2025-05
WITH calls_prior_scan /* prior_sum_n */ AS (
  SELECT
    CAST(DATE_TRUNC(
      'month',
      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH AS DATE)
    ) AS DATE) AS month,
    SUM(calls.n) AS prior_sum_n
  FROM calls
  WHERE
    calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH >= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
    AND calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH < CAST('2025-06-01 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.prior_sum_n) AS prior_sum_n
  FROM (
    SELECT
      calls_prior_scan.month AS month,
      calls_prior_scan.prior_sum_n AS prior_sum_n
    FROM calls_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS prior_sum_n
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.prior_sum_n, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH AS DATE)
--   +      CAST(CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)
--   -    calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH >= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH < CAST('2025-06-01 00:00:00' AS TIMESTAMP)
--   +    calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1 MONTH' >= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
--   +    AND calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1 MONTH' < CAST('2025-06-01 00:00:00' AS TIMESTAMP)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH AS DATE)
--   +      CAST(DATEADD(MONTH, 1, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at)) AS DATE)
--   -    calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH >= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH < CAST('2025-06-01 00:00:00' AS TIMESTAMP)
--   +    DATEADD(MONTH, 1, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at)) >= TO_TIMESTAMP_NTZ('2025-03-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND DATEADD(MONTH, 1, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at)) < TO_TIMESTAMP_NTZ('2025-06-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_n

-- a week before by day over the change
--   prior(n, 1 week) as before by day for 2025-04-06 to 2025-04-08
WITH calls_prior_scan /* prior_sum_n */ AS (
  SELECT
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY AS DATE) AS day,
    SUM(calls.n) AS prior_sum_n
  FROM calls
  WHERE
    calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY >= CAST('2025-04-06 00:00:00' AS TIMESTAMP)
    AND calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY < CAST('2025-04-09 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days_2 /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-04-06' AS DATE), CAST('2025-04-08' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.prior_sum_n) AS prior_sum_n
  FROM (
    SELECT
      calls_prior_scan.day AS day,
      calls_prior_scan.prior_sum_n AS prior_sum_n
    FROM calls_prior_scan
    UNION ALL
    SELECT
      days_2.day AS day,
      NULL AS prior_sum_n
    FROM days_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.prior_sum_n, 0) AS before
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY AS DATE) AS day,
--   +    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7 DAY' AS DATE) AS day,
--   -    calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY >= CAST('2025-04-06 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY < CAST('2025-04-09 00:00:00' AS TIMESTAMP)
--   +    calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7 DAY' >= CAST('2025-04-06 00:00:00' AS TIMESTAMP)
--   +    AND calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7 DAY' < CAST('2025-04-09 00:00:00' AS TIMESTAMP)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-04-06' AS DATE), CAST('2025-04-08' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-04-06' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-08' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY AS DATE) AS day,
--   +    CAST(DATEADD(DAY, 7, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at)) AS DATE) AS day,
--   -    calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY >= CAST('2025-04-06 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '7' DAY < CAST('2025-04-09 00:00:00' AS TIMESTAMP)
--   +    DATEADD(DAY, 7, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at)) >= TO_TIMESTAMP_NTZ('2025-04-06 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND DATEADD(DAY, 7, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at)) < TO_TIMESTAMP_NTZ('2025-04-09 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-04-06' AS DATE), CAST('2025-04-08' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-04-06', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_n

-- a day of 25 hours in autumn
--   n by day for 2025-10-25 to 2025-10-27
WITH calls_scan /* n */ AS (
  SELECT
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS day,
    SUM(calls.n) AS n
  FROM calls
  WHERE
    calls.called_at >= CAST('2025-10-24 22:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-10-27 23:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days_2 /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-10-25' AS DATE), CAST('2025-10-27' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.n) AS n
  FROM (
    SELECT
      calls_scan.day AS day,
      calls_scan.n AS n
    FROM calls_scan
    UNION ALL
    SELECT
      days_2.day AS day,
      NULL AS n
    FROM days_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.n, 0) AS n
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-10-25' AS DATE), CAST('2025-10-27' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-10-25' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-10-27' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS n
--   +      CAST(NULL AS DECIMAL) AS n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE) AS day,
--   -    calls.called_at >= CAST('2025-10-24 22:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-10-27 23:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-10-24 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-10-27 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-10-25' AS DATE), CAST('2025-10-27' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-10-25', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS n

-- quarter to date by month
--   to_date(n, quarter) as qtd by month for 2025-02 to 2025-04
WITH calls_by_month /* quarter_to_date_sum_n of each month */ AS (
  SELECT
    CAST(DATE_TRUNC(
      'month',
      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
    ) AS DATE) AS starting_month,
    SUM(calls.n) AS quarter_to_date_sum_n
  FROM calls
  WHERE
    calls.called_at >= CAST('2024-10-31 23:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-04-30 22:00:00' AS TIMESTAMP)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    calls_by_month.starting_month AS seen
  FROM calls_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND months_with_rows.seen < months.ends
), calls_scan /* quarter_to_date_sum_n */ AS (
  SELECT
    months_seen.month AS month,
    SUM(calls_by_month.quarter_to_date_sum_n) AS quarter_to_date_sum_n
  FROM calls_by_month
  INNER JOIN months_seen
    ON calls_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.quarter_to_date_sum_n) AS quarter_to_date_sum_n
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.quarter_to_date_sum_n AS quarter_to_date_sum_n
    FROM calls_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS quarter_to_date_sum_n
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.quarter_to_date_sum_n, 0) AS qtd
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
--   +      CAST(CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS TIMESTAMP)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS quarter_to_date_sum_n
--   +      CAST(NULL AS DECIMAL) AS quarter_to_date_sum_n
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC(
--   -      'month',
--   -      CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE)
--   -    ) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE)) AS DATE) AS starting_month,
--   -    calls.called_at >= CAST('2024-10-31 23:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-04-30 22:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2024-10-31 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-04-30 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', DATEADD(DAY, -1, months.ends)) AS DATE)
--   -      NULL AS quarter_to_date_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS quarter_to_date_sum_n

-- stocks at local midnight
--   count(calls at start) as s, count(calls at end) as e by day for 2025-03-29 to 2025-03-31
WITH calls_by_days /* count_calls_at_start by the days in which they begin and end */ AS (
  SELECT
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS first_day,
    CAST(calls.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS last_day,
    COUNT(*) AS count_calls_at_start
  FROM calls
  GROUP BY
    1,
    2
), days_2 /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), calls_at_start_scan /* count_calls_at_start */ AS (
  SELECT
    days_2.day AS day,
    SUM(calls_by_days.count_calls_at_start) AS count_calls_at_start
  FROM calls_by_days
  INNER JOIN days_2
    ON calls_by_days.first_day < days_2.starts
    AND (
      calls_by_days.last_day IS NULL OR calls_by_days.last_day >= days_2.starts
    )
  GROUP BY
    1
), calls_by_days_2 /* count_calls_at_end by the days in which they begin and end */ AS (
  SELECT
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS first_day,
    CAST(calls.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS last_day,
    COUNT(*) AS count_calls_at_end
  FROM calls
  GROUP BY
    1,
    2
), calls_at_end_scan /* count_calls_at_end */ AS (
  SELECT
    days_2.day AS day,
    SUM(calls_by_days_2.count_calls_at_end) AS count_calls_at_end
  FROM calls_by_days_2
  INNER JOIN days_2
    ON calls_by_days_2.first_day < days_2.ends
    AND (
      calls_by_days_2.last_day IS NULL OR calls_by_days_2.last_day >= days_2.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_calls_at_start) AS count_calls_at_start,
    MAX(stacked.count_calls_at_end) AS count_calls_at_end
  FROM (
    SELECT
      calls_at_start_scan.day AS day,
      calls_at_start_scan.count_calls_at_start AS count_calls_at_start,
      NULL AS count_calls_at_end
    FROM calls_at_start_scan
    UNION ALL
    SELECT
      calls_at_end_scan.day AS day,
      NULL AS count_calls_at_start,
      calls_at_end_scan.count_calls_at_end AS count_calls_at_end
    FROM calls_at_end_scan
    UNION ALL
    SELECT
      days_2.day AS day,
      NULL AS count_calls_at_start,
      NULL AS count_calls_at_end
    FROM days_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_calls_at_start, 0) AS s,
  COALESCE(answer.count_calls_at_end, 0) AS e
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-29' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-31' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_calls_at_end
--   +      CAST(NULL AS DECIMAL) AS count_calls_at_end
--   -      NULL AS count_calls_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_calls_at_start,
--   -      NULL AS count_calls_at_start,
--   -      NULL AS count_calls_at_end
--   +      CAST(NULL AS DECIMAL) AS count_calls_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_calls_at_end
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS first_day,
--   -    CAST(calls.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS last_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE) AS first_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.ended_at) AS DATE) AS last_day,
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-29', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS first_day,
--   -    CAST(calls.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS last_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE) AS first_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.ended_at) AS DATE) AS last_day,
--   -      NULL AS count_calls_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls_at_end
--   -      NULL AS count_calls_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls_at_start,
--   -      NULL AS count_calls_at_start,
--   -      NULL AS count_calls_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls_at_end

-- without a period at the end of the as-of day
--   count(calls at end) as e
SELECT
  COUNT(*) AS e
FROM calls
WHERE
  calls.called_at < CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC'
  AND (
    calls.ended_at IS NULL
    OR calls.ended_at >= CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC'
  );
-- snowflake:
--   -  calls.called_at < CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC'
--   +  calls.called_at < CONVERT_TIMEZONE('Europe/Berlin', 'UTC', CAST(TO_DATE('2025-04-01', 'YYYY-MM-DD') AS TIMESTAMP_NTZ))
--   -    OR calls.ended_at >= CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC'
--   +    OR calls.ended_at >= CONVERT_TIMEZONE('Europe/Berlin', 'UTC', CAST(TO_DATE('2025-04-01', 'YYYY-MM-DD') AS TIMESTAMP_NTZ))

-- days and hours per local day
--   avg(n per day) as per_day, hours(min(calls.called_at where id = 3), max(calls.called_at where id = 5)) as h for 2025-03-30 to 2025-03-31
WITH calls_scan /* min_called_at, max_called_at */ AS (
  SELECT
    MIN(calls.called_at) FILTER(WHERE
      calls.id = 3) AS min_called_at,
    MAX(calls.called_at) FILTER(WHERE
      calls.id = 5) AS max_called_at
  FROM calls
  WHERE
    calls.called_at >= CAST('2025-03-29 23:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-03-31 22:00:00' AS TIMESTAMP)
), calls_by_day /* sum_n of each day */ AS (
  SELECT
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS starting_day,
    SUM(calls.n) AS sum_n
  FROM calls
  WHERE
    calls.called_at >= CAST('2025-03-29 23:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-03-31 22:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days_2 /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-03-30' AS DATE)
    AND series.atom < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-04-01' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days_2.day
  FROM days_2
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days_2.starts AND days_with_rows.seen < days_2.ends
), calls_scan_2 /* sum_n */ AS (
  SELECT
    days_seen.day AS day,
    SUM(calls_by_day.sum_n) AS sum_n
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      calls_scan_2.day AS day,
      calls_scan_2.sum_n AS sum_n
    FROM calls_scan_2
    UNION ALL
    SELECT
      days_2.day AS day,
      NULL AS sum_n
    FROM days_2
  ) AS stacked
  GROUP BY
    1
), values_per_day /* avg_per_day */ AS (
  SELECT
    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_day
  FROM rows_per_key
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.avg_per_day) AS avg_per_day,
    MAX(stacked.min_called_at) AS min_called_at,
    MAX(stacked.max_called_at) AS max_called_at
  FROM (
    SELECT
      NULL AS avg_per_day,
      calls_scan.min_called_at AS min_called_at,
      calls_scan.max_called_at AS max_called_at
    FROM calls_scan
    UNION ALL
    SELECT
      values_per_day.avg_per_day AS avg_per_day,
      NULL AS min_called_at,
      NULL AS max_called_at
    FROM values_per_day
  ) AS stacked
)
SELECT
  answer.avg_per_day AS per_day,
  (
    DATE_DIFF('MICROSECOND', answer.min_called_at, answer.max_called_at) / 1000000.0
  ) / 3600.0 AS h
FROM answer;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-29' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS avg_per_day,
--   -      NULL AS min_called_at,
--   -      NULL AS max_called_at
--   +      CAST(NULL AS TIMESTAMP) AS min_called_at,
--   +      CAST(NULL AS TIMESTAMP) AS max_called_at
--   -  (
--   -    DATE_DIFF('MICROSECOND', answer.min_called_at, answer.max_called_at) / 1000000.0
--   -  ) / 3600.0 AS h
--   +  CAST(EXTRACT(EPOCH FROM (
--   +    answer.max_called_at - answer.min_called_at
--   +  )) AS DOUBLE PRECISION) / 3600.0 AS h
-- snowflake:
--   -    MIN(calls.called_at) FILTER(WHERE
--   -      calls.id = 3) AS min_called_at,
--   -    MAX(calls.called_at) FILTER(WHERE
--   -      calls.id = 5) AS max_called_at
--   +    MIN(CASE WHEN calls.id = 3 THEN calls.called_at END) AS min_called_at,
--   +    MAX(CASE WHEN calls.id = 5 THEN calls.called_at END) AS max_called_at
--   -    calls.called_at >= CAST('2025-03-29 23:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-03-31 22:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-03-29 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-03-31 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) AS starting_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE) AS starting_day,
--   -    calls.called_at >= CAST('2025-03-29 23:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-03-31 22:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-03-29 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-03-31 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-29', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 5))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-03-30' AS DATE)
--   -    AND series.atom < CAST('2025-04-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-03-30', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-04-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n
--   -    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day,
--   -      NULL AS min_called_at,
--   -      NULL AS max_called_at
--   +      CAST(NULL AS TIMESTAMP_NTZ) AS min_called_at,
--   +      CAST(NULL AS TIMESTAMP_NTZ) AS max_called_at
--   -    DATE_DIFF('MICROSECOND', answer.min_called_at, answer.max_called_at) / 1000000.0
--   +    CAST(TIMESTAMPDIFF(MICROSECOND, answer.min_called_at, answer.max_called_at) AS DOUBLE) / 1000000.0

-- twenty-three hours and the 24 before 31 March
--   trailing(n, 24 hours) as t by hour for 2025-03-30 order by hour desc limit 2
WITH hours /* every hour, from `starts` to before `ends` */ AS (
  SELECT
    series.hour,
    CASE
      WHEN series.hour IS NULL OR CAST('2025-03-29 23:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE GREATEST(series.hour, CAST('2025-03-29 23:00:00' AS TIMESTAMP))
    END AS starts,
    CASE
      WHEN (
        series.hour + INTERVAL '1' HOUR
      ) IS NULL
      OR CAST('2025-03-30 22:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-03-30 22:00:00' AS TIMESTAMP))
    END AS ends
  FROM (
    SELECT
      UNNEST(
        GENERATE_SERIES(
          CAST('2025-03-29 23:00:00' AS TIMESTAMP),
          CAST('2025-03-30 21:00:00' AS TIMESTAMP),
          INTERVAL '1' HOUR
        )
      ) AS hour
  ) AS series
), calls_scan /* trailing_sum_n */ AS (
  SELECT
    hours.hour AS hour,
    SUM(calls.n) AS trailing_sum_n
  FROM calls
  JOIN hours
    ON calls.called_at >= hours.ends - INTERVAL '24' HOUR
    AND calls.called_at < hours.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      calls_scan.hour AS hour,
      calls_scan.trailing_sum_n AS trailing_sum_n
    FROM calls_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS trailing_sum_n
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
  COALESCE(answer.trailing_sum_n, 0) AS t
FROM answer
ORDER BY
  answer.hour DESC NULLS LAST,
  answer.hour NULLS LAST
LIMIT 2;
-- postgres:
--   -    CASE
--   -      WHEN series.hour IS NULL OR CAST('2025-03-29 23:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.hour, CAST('2025-03-29 23:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.hour + INTERVAL '1' HOUR
--   -      ) IS NULL
--   -      OR CAST('2025-03-30 22:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-03-30 22:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.hour, CAST('2025-03-29 23:00:00' AS TIMESTAMP)) AS starts,
--   +    LEAST(series.hour + INTERVAL '1 HOUR', CAST('2025-03-30 22:00:00' AS TIMESTAMP)) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-03-29 23:00:00' AS TIMESTAMP),
--   -          CAST('2025-03-30 21:00:00' AS TIMESTAMP),
--   -          INTERVAL '1' HOUR
--   -        )
--   -      ) AS hour
--   +      CAST(series.start AS TIMESTAMP) AS hour
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-29 23:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-30 21:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      INTERVAL '1 HOUR'
--   +    ) AS series(start)
--   -    ON calls.called_at >= hours.ends - INTERVAL '24' HOUR
--   +    ON calls.called_at >= hours.ends - INTERVAL '24 HOUR'
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    CASE
--   -      WHEN series.hour IS NULL OR CAST('2025-03-29 23:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.hour, CAST('2025-03-29 23:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.hour + INTERVAL '1' HOUR
--   -      ) IS NULL
--   -      OR CAST('2025-03-30 22:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-03-30 22:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.hour, TO_TIMESTAMP_NTZ('2025-03-29 23:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS starts,
--   +    LEAST(
--   +      DATEADD(HOUR, 1, series.hour),
--   +      TO_TIMESTAMP_NTZ('2025-03-30 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    ) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-03-29 23:00:00' AS TIMESTAMP),
--   -          CAST('2025-03-30 21:00:00' AS TIMESTAMP),
--   -          INTERVAL '1' HOUR
--   -        )
--   -      ) AS hour
--   +      DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-03-29 23:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 23))
--   +    ) AS numbers
--   -    ON calls.called_at >= hours.ends - INTERVAL '24' HOUR
--   +    ON calls.called_at >= DATEADD(HOUR, -24, hours.ends)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'Europe/Berlin', answer.hour) AS hour,

-- a condition on a date means local midnight
--   count(calls where called_at < date '2025-03-31') as n, count(calls where date(called_at) = date '2025-03-30') as on_it
SELECT
  COUNT(*) FILTER(WHERE
    calls.called_at < CAST('2025-03-30 22:00:00' AS TIMESTAMP)) AS n,
  COUNT(*) FILTER(WHERE
    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) = CAST('2025-03-30' AS DATE)) AS on_it
FROM calls;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    calls.called_at < CAST('2025-03-30 22:00:00' AS TIMESTAMP)) AS n,
--   -  COUNT(*) FILTER(WHERE
--   -    CAST(calls.called_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS DATE) = CAST('2025-03-30' AS DATE)) AS on_it
--   +  COUNT(
--   +    CASE
--   +      WHEN calls.called_at < TO_TIMESTAMP_NTZ('2025-03-30 22:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +      THEN 1
--   +    END
--   +  ) AS n,
--   +  COUNT(
--   +    CASE
--   +      WHEN CAST(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at) AS DATE) = TO_DATE('2025-03-30', 'YYYY-MM-DD')
--   +      THEN 1
--   +    END
--   +  ) AS on_it
