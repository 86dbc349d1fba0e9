-- the mean over months of the busiest shop of each
--   avg(busiest per month) as mean by quarter for 2025-01 to 2025-06
WITH quarters /* every quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.quarter,
    series.quarter AS starts,
    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS quarter
  ) AS series
), visits_by_day /* sum_n of each day */ AS (
  SELECT
    visits.seen AS starting_day,
    visits.shop AS shop,
    SUM(visits.n) AS sum_n
  FROM visits
  WHERE
    visits.seen >= CAST('2025-01-01' AS DATE)
    AND visits.seen < CAST('2025-07-01' AS DATE)
  GROUP BY
    1,
    2
), months /* every month that has begun in each quarter */ AS (
  SELECT
    quarters.quarter,
    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-07-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN quarters
    ON series.atom >= quarters.starts AND series.atom < quarters.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-07-01' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    visits_by_day.starting_day AS seen
  FROM visits_by_day
), days_seen /* which days each month sees */ AS (
  SELECT
    days_with_rows.seen,
    months.quarter,
    months.month
  FROM months
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= months.starts AND days_with_rows.seen < months.ends
), visits_scan /* sum_n */ AS (
  SELECT
    days_seen.quarter AS quarter,
    days_seen.month AS month,
    visits_by_day.shop AS shop,
    SUM(visits_by_day.sum_n) AS sum_n
  FROM visits_by_day
  INNER JOIN days_seen
    ON visits_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2,
    3
), values_per_shop /* max_per_shop */ AS (
  SELECT
    visits_scan.quarter AS quarter,
    visits_scan.month AS month,
    MAX(COALESCE(visits_scan.sum_n, 0)) AS max_per_shop
  FROM visits_scan
  WHERE
    NOT visits_scan.shop IS NULL
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    stacked.month,
    MAX(stacked.max_per_shop) AS max_per_shop
  FROM (
    SELECT
      values_per_shop.quarter AS quarter,
      values_per_shop.month AS month,
      values_per_shop.max_per_shop AS max_per_shop
    FROM values_per_shop
    UNION ALL
    SELECT
      months.quarter AS quarter,
      months.month AS month,
      NULL AS max_per_shop
    FROM months
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_month /* avg_per_month */ AS (
  SELECT
    rows_per_key.quarter AS quarter,
    AVG(rows_per_key.max_per_shop) AS avg_per_month
  FROM rows_per_key
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.avg_per_month) AS avg_per_month
  FROM (
    SELECT
      values_per_month.quarter AS quarter,
      values_per_month.avg_per_month AS avg_per_month
    FROM values_per_month
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS avg_per_month
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  answer.avg_per_month AS mean
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(series.start AS DATE) AS quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(series.atom AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-07-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-07-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS max_per_shop
--   +      CAST(NULL AS DECIMAL) AS max_per_shop
--   -    AVG(rows_per_key.max_per_shop) AS avg_per_month
--   +    AVG(CAST(rows_per_key.max_per_shop AS DOUBLE PRECISION)) AS avg_per_month
--   -      NULL AS avg_per_month
--   +      CAST(NULL AS DECIMAL) AS avg_per_month
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 3, series.quarter) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    visits.seen >= CAST('2025-01-01' AS DATE)
--   -    AND visits.seen < CAST('2025-07-01' AS DATE)
--   +    visits.seen >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND visits.seen < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-07-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 184))
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-07-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -      NULL AS max_per_shop
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_per_shop
--   -    AVG(rows_per_key.max_per_shop) AS avg_per_month
--   +    AVG(CAST(rows_per_key.max_per_shop AS DOUBLE)) AS avg_per_month
--   -      NULL AS avg_per_month
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_month

-- a total for each value of a number
--   sum(total(sum(visits.n)) per visits.n) as all
WITH visits_total_scan /* total_sum_n */ AS (
  SELECT
    SUM(visits.n) AS total_sum_n
  FROM visits
), visits_groups_scan /* which groups have rows */ AS (
  SELECT
    visits.n AS n
  FROM visits
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.n,
    MAX(stacked.total_sum_n) AS total_sum_n
  FROM (
    SELECT
      1 AS level,
      NULL AS n,
      visits_total_scan.total_sum_n AS total_sum_n
    FROM visits_total_scan
    UNION ALL
    SELECT
      0 AS level,
      visits_groups_scan.n AS n,
      NULL AS total_sum_n
    FROM visits_groups_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    rows_per_key.level,
    rows_per_key.n,
    MAX(CASE WHEN rows_per_key.level = 1 THEN rows_per_key.total_sum_n END) OVER () AS total_sum_n
  FROM rows_per_key
)
SELECT
  COALESCE(SUM(COALESCE(with_totals.total_sum_n, 0)), 0) AS "all"
FROM with_totals
WHERE
  with_totals.level = 0 AND NOT with_totals.n IS NULL;
-- postgres:
--   -      NULL AS n,
--   +      CAST(NULL AS DECIMAL) AS n,
--   -      NULL AS total_sum_n
--   +      CAST(NULL AS DECIMAL) AS total_sum_n
-- snowflake:
--   -      NULL AS n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS n,
--   -      NULL AS total_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_n
--   -  COALESCE(SUM(COALESCE(with_totals.total_sum_n, 0)), 0) AS "all"
--   +  COALESCE(SUM(COALESCE(with_totals.total_sum_n, 0)), 0) AS "ALL"
