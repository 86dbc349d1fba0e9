-- what is right can still be asked
--   churn_rate by month for 2025-02
WITH customers_scan /* count_customers */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS month,
    COUNT(*) AS count_customers
  FROM customers
  WHERE
    customers.left_on >= CAST('2025-02-01' AS DATE)
    AND customers.left_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), customers_by_months /* count_customers_at_start by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    COUNT(*) AS count_customers_at_start
  FROM customers
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_at_start_scan /* count_customers_at_start */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.count_customers_at_start) AS count_customers_at_start
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.starts
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.starts
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_customers) AS count_customers,
    MAX(stacked.count_customers_at_start) AS count_customers_at_start
  FROM (
    SELECT
      customers_scan.month AS month,
      customers_scan.count_customers AS count_customers,
      NULL AS count_customers_at_start
    FROM customers_scan
    UNION ALL
    SELECT
      customers_at_start_scan.month AS month,
      NULL AS count_customers,
      customers_at_start_scan.count_customers_at_start AS count_customers_at_start
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_customers,
      NULL AS count_customers_at_start
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_start
--   -      NULL AS count_customers,
--   +      CAST(NULL AS DECIMAL) AS count_customers,
--   -      NULL AS count_customers,
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL) AS count_customers,
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_start
--   -  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate
--   +  CAST(COALESCE(answer.count_customers, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    customers.left_on >= CAST('2025-02-01' AS DATE)
--   -    AND customers.left_on < CAST('2025-03-01' AS DATE)
--   +    customers.left_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND customers.left_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_start
--   -      NULL AS count_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers,
--   -      NULL AS count_customers,
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_start
--   -  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate
--   +  CAST(COALESCE(answer.count_customers, 0) AS DOUBLE) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate

-- a deprecated metric warns and answers
--   old_rate by month for 2025-02
WITH customers_scan /* count_customers */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS month,
    COUNT(*) AS count_customers
  FROM customers
  WHERE
    customers.left_on >= CAST('2025-02-01' AS DATE)
    AND customers.left_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), customers_by_months /* count_customers_at_start by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    COUNT(*) AS count_customers_at_start
  FROM customers
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_at_start_scan /* count_customers_at_start */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.count_customers_at_start) AS count_customers_at_start
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.starts
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.starts
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_customers) AS count_customers,
    MAX(stacked.count_customers_at_start) AS count_customers_at_start
  FROM (
    SELECT
      customers_scan.month AS month,
      customers_scan.count_customers AS count_customers,
      NULL AS count_customers_at_start
    FROM customers_scan
    UNION ALL
    SELECT
      customers_at_start_scan.month AS month,
      NULL AS count_customers,
      customers_at_start_scan.count_customers_at_start AS count_customers_at_start
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_customers,
      NULL AS count_customers_at_start
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS old_rate
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_start
--   -      NULL AS count_customers,
--   +      CAST(NULL AS DECIMAL) AS count_customers,
--   -      NULL AS count_customers,
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL) AS count_customers,
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_start
--   -  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS old_rate
--   +  CAST(COALESCE(answer.count_customers, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS old_rate
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    customers.left_on >= CAST('2025-02-01' AS DATE)
--   -    AND customers.left_on < CAST('2025-03-01' AS DATE)
--   +    customers.left_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND customers.left_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_start
--   -      NULL AS count_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers,
--   -      NULL AS count_customers,
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_start
--   -  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS old_rate
--   +  CAST(COALESCE(answer.count_customers, 0) AS DOUBLE) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS old_rate
