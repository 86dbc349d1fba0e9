-- a year ago by month, 29 February becomes 28 February
--   revenue, prior(revenue, 1 year) as before by month for 2025-01 to 2025-06
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.revenue AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
    orders_by_month.revenue AS prior_revenue
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 12, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders_by_month.starting_month) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- a month ago by month looks at the month before, not at the row before
--   revenue, prior(revenue, 1 month) as before by month for 2025-01 to 2025-07
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-08-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.revenue AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-08-01' AS DATE)
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month.revenue AS prior_revenue
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-08-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-08-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-08-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-07-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-08-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-08-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-08-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-08-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-08-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-08-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 7))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- a month ago by day, both ends of March land on 30 April
--   prior(revenue, 1 month) as before by day for 2025-04-29 to 2025-05-01
WITH orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) AS day,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-04-29' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-02' AS DATE)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_prior_scan.day AS day,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS prior_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.prior_sum_amount, 0) AS before
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) AS day,
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) AS day,
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-04-29' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-02' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-04-29' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-05-02' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-04-29' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) AS day,
--   +    DATEADD(MONTH, 1, orders.ordered_on) AS day,
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-04-29' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-02' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-04-29', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-05-02', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-04-29', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount

-- a month ago by quarter, a grain that it does not divide
--   revenue, prior(revenue, 1 month) as before by quarter for 2025
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE)) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS prior_revenue
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.quarter AS quarter,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC(
--   +      'quarter',
--   +      CAST(CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS quarter,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2026-01-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-10-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2026-01-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 1, orders_by_month.starting_month)) AS DATE) AS quarter,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- a year ago by week
--   revenue, prior(revenue, 1 year) as before by week for 2025-01-27 to 2025-03-02
WITH orders_by_day /* revenue of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-27' AS DATE)
    AND orders.ordered_on < CAST('2025-03-03' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
    SUM(orders_by_day.revenue) AS revenue
  FROM orders_by_day
  WHERE
    orders_by_day.starting_day >= CAST('2025-01-27' AS DATE)
    AND orders_by_day.starting_day < CAST('2025-03-03' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE)) AS DATE) AS week,
    SUM(orders_by_day.revenue) AS prior_revenue
  FROM orders_by_day
  WHERE
    CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-27' AS DATE)
    AND CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-03' AS DATE)
  GROUP BY
    1
), weeks /* every week */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-27' AS DATE), CAST('2025-02-24' AS DATE), INTERVAL '1' WEEK)
    ) AS DATE) AS week
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.week AS week,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE)) AS DATE) AS week,
--   +    CAST(DATE_TRUNC(
--   +      'week',
--   +      CAST(CAST(orders_by_day.starting_day + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS week,
--   -    CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-27' AS DATE)
--   -    AND CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-03' AS DATE)
--   +    CAST(orders_by_day.starting_day + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-27' AS DATE)
--   +    AND CAST(orders_by_day.starting_day + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-03' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-27' AS DATE), CAST('2025-02-24' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    CAST(series.start AS DATE) AS week
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-27' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-24' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 WEEK'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-01-27' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-03' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-27', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-03', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
--   +    CAST(DATEADD(DAY, 1 - DAYOFWEEKISO(orders_by_day.starting_day), orders_by_day.starting_day) AS DATE) AS week,
--   -    orders_by_day.starting_day >= CAST('2025-01-27' AS DATE)
--   -    AND orders_by_day.starting_day < CAST('2025-03-03' AS DATE)
--   +    orders_by_day.starting_day >= TO_DATE('2025-01-27', 'YYYY-MM-DD')
--   +    AND orders_by_day.starting_day < TO_DATE('2025-03-03', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE)) AS DATE) AS week,
--   +    CAST(DATEADD(
--   +      DAY,
--   +      1 - DAYOFWEEKISO(DATEADD(MONTH, 12, orders_by_day.starting_day)),
--   +      DATEADD(MONTH, 12, orders_by_day.starting_day)
--   +    ) AS DATE) AS week,
--   -    CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-27' AS DATE)
--   -    AND CAST(orders_by_day.starting_day + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-03' AS DATE)
--   +    DATEADD(MONTH, 12, orders_by_day.starting_day) >= TO_DATE('2025-01-27', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders_by_day.starting_day) < TO_DATE('2025-03-03', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-27' AS DATE), CAST('2025-02-24' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    DATEADD(DAY, numbers.n * 7, TO_DATE('2025-01-27', 'YYYY-MM-DD')) AS week
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 5))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- a month ago by week
--   revenue, prior(revenue, 1 month) as before by week for 2025-02-24 to 2025-03-30
WITH orders_by_day /* revenue of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-24' AS DATE)
    AND orders.ordered_on < CAST('2025-03-31' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
    SUM(orders_by_day.revenue) AS revenue
  FROM orders_by_day
  WHERE
    orders_by_day.starting_day >= CAST('2025-02-24' AS DATE)
    AND orders_by_day.starting_day < CAST('2025-03-31' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE)) AS DATE) AS week,
    SUM(orders_by_day.revenue) AS prior_revenue
  FROM orders_by_day
  WHERE
    CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-24' AS DATE)
    AND CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-31' AS DATE)
  GROUP BY
    1
), weeks /* every week */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-24' AS DATE), INTERVAL '1' WEEK)
    ) AS DATE) AS week
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.week AS week,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE)) AS DATE) AS week,
--   +    CAST(DATE_TRUNC(
--   +      'week',
--   +      CAST(CAST(orders_by_day.starting_day + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS week,
--   -    CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-24' AS DATE)
--   -    AND CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-31' AS DATE)
--   +    CAST(orders_by_day.starting_day + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-24' AS DATE)
--   +    AND CAST(orders_by_day.starting_day + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-31' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-24' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    CAST(series.start AS DATE) AS week
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-24' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-24' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 WEEK'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-24' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-31' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-24', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-31', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
--   +    CAST(DATEADD(DAY, 1 - DAYOFWEEKISO(orders_by_day.starting_day), orders_by_day.starting_day) AS DATE) AS week,
--   -    orders_by_day.starting_day >= CAST('2025-02-24' AS DATE)
--   -    AND orders_by_day.starting_day < CAST('2025-03-31' AS DATE)
--   +    orders_by_day.starting_day >= TO_DATE('2025-02-24', 'YYYY-MM-DD')
--   +    AND orders_by_day.starting_day < TO_DATE('2025-03-31', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE)) AS DATE) AS week,
--   +    CAST(DATEADD(
--   +      DAY,
--   +      1 - DAYOFWEEKISO(DATEADD(MONTH, 1, orders_by_day.starting_day)),
--   +      DATEADD(MONTH, 1, orders_by_day.starting_day)
--   +    ) AS DATE) AS week,
--   -    CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-24' AS DATE)
--   -    AND CAST(orders_by_day.starting_day + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-31' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_day.starting_day) >= TO_DATE('2025-02-24', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_day.starting_day) < TO_DATE('2025-03-31', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-24' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    DATEADD(DAY, numbers.n * 7, TO_DATE('2025-02-24', 'YYYY-MM-DD')) AS week
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 5))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- a week ago by month
--   revenue, prior(revenue, 1 week) as before by month for 2025-01 to 2025-06
WITH orders_by_day /* revenue of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-25' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders_by_day.starting_day) AS DATE) AS month,
    SUM(orders_by_day.revenue) AS revenue
  FROM orders_by_day
  WHERE
    orders_by_day.starting_day >= CAST('2025-01-01' AS DATE)
    AND orders_by_day.starting_day < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE)) AS DATE) AS month,
    SUM(orders_by_day.revenue) AS prior_revenue
  FROM orders_by_day
  WHERE
    CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE) < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders_by_day.starting_day) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders_by_day.starting_day AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC(
--   +      'month',
--   +      CAST(CAST(orders_by_day.starting_day + INTERVAL '7 DAY' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS month,
--   -    CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(orders_by_day.starting_day + INTERVAL '7 DAY' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders_by_day.starting_day + INTERVAL '7 DAY' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-25' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-25', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders_by_day.starting_day >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_day.starting_day < CAST('2025-07-01' AS DATE)
--   +    orders_by_day.starting_day >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_day.starting_day < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('month', CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(DAY, 7, orders_by_day.starting_day)) AS DATE) AS month,
--   -    CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_day.starting_day + INTERVAL '7' DAY AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(DAY, 7, orders_by_day.starting_day) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(DAY, 7, orders_by_day.starting_day) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- no row is lost or counted twice
--   sum(prior(revenue, 1 year) per week) as weeks, sum(prior(revenue, 1 year) per day) as days, sum(prior(revenue, 1 year) per quarter) as quarters for 2025
WITH orders_by_day /* prior_sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-01' AS DATE)
    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), weeks /* every week that has begun */ AS (
  SELECT
    CAST(DATE_TRUNC('week', series.atom) AS DATE) AS week,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-01-01' AS DATE)
    AND series.atom < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2026-01-01' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each week sees */ AS (
  SELECT
    days_with_rows.seen,
    weeks.week
  FROM weeks
  INNER JOIN days_with_rows
    ON CAST(days_with_rows.seen + INTERVAL '12' MONTH AS DATE) >= weeks.starts
    AND CAST(days_with_rows.seen + INTERVAL '12' MONTH AS DATE) < weeks.ends
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    days_seen.week AS week,
    SUM(orders_by_day.prior_sum_amount) AS prior_sum_amount
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), orders_by_day_2 /* prior_sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-01' AS DATE)
    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-01-01' AS DATE)
    AND series.atom < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2026-01-01' AS DATE)
), days_with_rows_2 AS (
  SELECT DISTINCT
    orders_by_day_2.starting_day AS seen
  FROM orders_by_day_2
), days_seen_2 /* which days each day sees */ AS (
  SELECT
    days_with_rows_2.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows_2
    ON CAST(days_with_rows_2.seen + INTERVAL '12' MONTH AS DATE) >= days.starts
    AND CAST(days_with_rows_2.seen + INTERVAL '12' MONTH AS DATE) < days.ends
), orders_prior_scan_2 /* prior_sum_amount */ AS (
  SELECT
    days_seen_2.day AS day,
    SUM(orders_by_day_2.prior_sum_amount) AS prior_sum_amount
  FROM orders_by_day_2
  INNER JOIN days_seen_2
    ON orders_by_day_2.starting_day = days_seen_2.seen
  GROUP BY
    1
), orders_by_day_3 /* prior_sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-01' AS DATE)
    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), quarters /* every quarter that has begun */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', series.atom) AS DATE) AS quarter,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-01-01' AS DATE)
    AND series.atom < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2026-01-01' AS DATE)
), days_with_rows_3 AS (
  SELECT DISTINCT
    orders_by_day_3.starting_day AS seen
  FROM orders_by_day_3
), days_seen_3 /* which days each quarter sees */ AS (
  SELECT
    days_with_rows_3.seen,
    quarters.quarter
  FROM quarters
  INNER JOIN days_with_rows_3
    ON CAST(days_with_rows_3.seen + INTERVAL '12' MONTH AS DATE) >= quarters.starts
    AND CAST(days_with_rows_3.seen + INTERVAL '12' MONTH AS DATE) < quarters.ends
), orders_prior_scan_3 /* prior_sum_amount */ AS (
  SELECT
    days_seen_3.quarter AS quarter,
    SUM(orders_by_day_3.prior_sum_amount) AS prior_sum_amount
  FROM orders_by_day_3
  INNER JOIN days_seen_3
    ON orders_by_day_3.starting_day = days_seen_3.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_prior_scan.week AS week,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS prior_sum_amount
    FROM weeks
  ) AS stacked
  GROUP BY
    1
), values_per_week /* sum_per_week */ AS (
  SELECT
    SUM(COALESCE(rows_per_key.prior_sum_amount, 0)) AS sum_per_week
  FROM rows_per_key
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_prior_scan_2.day AS day,
      orders_prior_scan_2.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan_2
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS prior_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
), values_per_day /* sum_per_day */ AS (
  SELECT
    SUM(COALESCE(rows_per_key_2.prior_sum_amount, 0)) AS sum_per_day
  FROM rows_per_key_2
), rows_per_key_3 /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_prior_scan_3.quarter AS quarter,
      orders_prior_scan_3.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan_3
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS prior_sum_amount
    FROM quarters
  ) AS stacked
  GROUP BY
    1
), values_per_quarter /* sum_per_quarter */ AS (
  SELECT
    SUM(COALESCE(rows_per_key_3.prior_sum_amount, 0)) AS sum_per_quarter
  FROM rows_per_key_3
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.sum_per_week) AS sum_per_week,
    MAX(stacked.sum_per_day) AS sum_per_day,
    MAX(stacked.sum_per_quarter) AS sum_per_quarter
  FROM (
    SELECT
      values_per_week.sum_per_week AS sum_per_week,
      NULL AS sum_per_day,
      NULL AS sum_per_quarter
    FROM values_per_week
    UNION ALL
    SELECT
      NULL AS sum_per_week,
      values_per_day.sum_per_day AS sum_per_day,
      NULL AS sum_per_quarter
    FROM values_per_day
    UNION ALL
    SELECT
      NULL AS sum_per_week,
      NULL AS sum_per_day,
      values_per_quarter.sum_per_quarter AS sum_per_quarter
    FROM values_per_quarter
  ) AS stacked
)
SELECT
  COALESCE(answer.sum_per_week, 0) AS weeks,
  COALESCE(answer.sum_per_day, 0) AS days,
  COALESCE(answer.sum_per_quarter, 0) AS quarters
FROM answer;
-- postgres:
--   -    CAST(DATE_TRUNC('week', series.atom) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(series.atom AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2026-01-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON CAST(days_with_rows.seen + INTERVAL '12' MONTH AS DATE) >= weeks.starts
--   -    AND CAST(days_with_rows.seen + INTERVAL '12' MONTH AS DATE) < weeks.ends
--   +    ON CAST(days_with_rows.seen + INTERVAL '12 MONTH' AS DATE) >= weeks.starts
--   +    AND CAST(days_with_rows.seen + INTERVAL '12 MONTH' AS DATE) < weeks.ends
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2026-01-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON CAST(days_with_rows_2.seen + INTERVAL '12' MONTH AS DATE) >= days.starts
--   -    AND CAST(days_with_rows_2.seen + INTERVAL '12' MONTH AS DATE) < days.ends
--   +    ON CAST(days_with_rows_2.seen + INTERVAL '12 MONTH' AS DATE) >= days.starts
--   +    AND CAST(days_with_rows_2.seen + INTERVAL '12 MONTH' AS DATE) < days.ends
--   -    CAST(DATE_TRUNC('quarter', series.atom) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(series.atom AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2026-01-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON CAST(days_with_rows_3.seen + INTERVAL '12' MONTH AS DATE) >= quarters.starts
--   -    AND CAST(days_with_rows_3.seen + INTERVAL '12' MONTH AS DATE) < quarters.ends
--   +    ON CAST(days_with_rows_3.seen + INTERVAL '12 MONTH' AS DATE) >= quarters.starts
--   +    AND CAST(days_with_rows_3.seen + INTERVAL '12 MONTH' AS DATE) < quarters.ends
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_per_day,
--   -      NULL AS sum_per_quarter
--   +      CAST(NULL AS DECIMAL) AS sum_per_day,
--   +      CAST(NULL AS DECIMAL) AS sum_per_quarter
--   -      NULL AS sum_per_week,
--   +      CAST(NULL AS DECIMAL) AS sum_per_week,
--   -      NULL AS sum_per_quarter
--   +      CAST(NULL AS DECIMAL) AS sum_per_quarter
--   -      NULL AS sum_per_week,
--   -      NULL AS sum_per_day,
--   +      CAST(NULL AS DECIMAL) AS sum_per_week,
--   +      CAST(NULL AS DECIMAL) AS sum_per_day,
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('week', series.atom) AS DATE) AS week,
--   +    CAST(DATEADD(DAY, 1 - DAYOFWEEKISO(series.atom), series.atom) AS DATE) AS week,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 368))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-01-01' AS DATE)
--   -    AND series.atom < CAST('2026-01-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2026-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    ON CAST(days_with_rows.seen + INTERVAL '12' MONTH AS DATE) >= weeks.starts
--   -    AND CAST(days_with_rows.seen + INTERVAL '12' MONTH AS DATE) < weeks.ends
--   +    ON DATEADD(MONTH, 12, days_with_rows.seen) >= weeks.starts
--   +    AND DATEADD(MONTH, 12, days_with_rows.seen) < weeks.ends
--   -    orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 368))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-01-01' AS DATE)
--   -    AND series.atom < CAST('2026-01-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2026-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    ON CAST(days_with_rows_2.seen + INTERVAL '12' MONTH AS DATE) >= days.starts
--   -    AND CAST(days_with_rows_2.seen + INTERVAL '12' MONTH AS DATE) < days.ends
--   +    ON DATEADD(MONTH, 12, days_with_rows_2.seen) >= days.starts
--   +    AND DATEADD(MONTH, 12, days_with_rows_2.seen) < days.ends
--   -    orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2026-01-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 368))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-01-01' AS DATE)
--   -    AND series.atom < CAST('2026-01-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2026-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    ON CAST(days_with_rows_3.seen + INTERVAL '12' MONTH AS DATE) >= quarters.starts
--   -    AND CAST(days_with_rows_3.seen + INTERVAL '12' MONTH AS DATE) < quarters.ends
--   +    ON DATEADD(MONTH, 12, days_with_rows_3.seen) >= quarters.starts
--   +    AND DATEADD(MONTH, 12, days_with_rows_3.seen) < quarters.ends
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_per_day,
--   -      NULL AS sum_per_quarter
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_quarter
--   -      NULL AS sum_per_week,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_week,
--   -      NULL AS sum_per_quarter
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_quarter
--   -      NULL AS sum_per_week,
--   -      NULL AS sum_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_week,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_day,

-- a range without a grain
--   revenue, prior(revenue, 1 year) as before, growth(revenue, 1 year) as yoy for 2025-Q1
WITH orders_scan /* revenue */ AS (
  SELECT
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    SUM(orders.amount) AS prior_revenue
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before,
  (
    COALESCE(answer.revenue, 0) - COALESCE(answer.prior_revenue, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_revenue, 0)), 0) AS yoy
FROM answer;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_revenue, 0)), 0) AS yoy
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_revenue, 0)), 0) AS yoy
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders.ordered_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders.ordered_on) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_revenue, 0)), 0) AS yoy
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_revenue, 0)), 0) AS yoy

-- change and growth, null where there was nothing
--   change(revenue, 1 month) as c, growth(revenue, 1 month) as g by month for 2025-01 to 2025-06
WITH orders_by_month /* sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan /* sum_amount */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.sum_amount AS sum_amount
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month.sum_amount AS prior_sum_amount
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS sum_amount,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0) AS c,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g

-- an average, a distinct count and a ratio of the earlier period
--   mean, prior(mean, 1 month) as mean_before, buyers, prior(buyers, 1 month) as buyers_before,
--   prior(per_buyer, 1 month) as per_buyer_before by month for 2025-03 to 2025-05
WITH orders_by_month /* mean, buyers, prior_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    AVG(orders.amount) AS mean,
    COUNT(DISTINCT orders.customer) AS buyers,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-29' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
), orders_scan /* mean, buyers */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.mean AS mean,
    orders_by_month.buyers AS buyers
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-03-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-06-01' AS DATE)
), orders_prior_scan /* prior_mean, prior_buyers, prior_sum_amount */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month.mean AS prior_mean,
    orders_by_month.buyers AS prior_buyers,
    orders_by_month.prior_sum_amount AS prior_sum_amount
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-06-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.mean) AS mean,
    MAX(stacked.prior_mean) AS prior_mean,
    MAX(stacked.buyers) AS buyers,
    MAX(stacked.prior_buyers) AS prior_buyers,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.mean AS mean,
      NULL AS prior_mean,
      orders_scan.buyers AS buyers,
      NULL AS prior_buyers,
      NULL AS prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS mean,
      orders_prior_scan.prior_mean AS prior_mean,
      NULL AS buyers,
      orders_prior_scan.prior_buyers AS prior_buyers,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS mean,
      NULL AS prior_mean,
      NULL AS buyers,
      NULL AS prior_buyers,
      NULL AS prior_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.mean AS mean,
  answer.prior_mean AS mean_before,
  COALESCE(answer.buyers, 0) AS buyers,
  COALESCE(answer.prior_buyers, 0) AS buyers_before,
  COALESCE(answer.prior_sum_amount, 0) / NULLIF(COALESCE(answer.prior_buyers, 0), 0) AS per_buyer_before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   -    AVG(orders.amount) AS mean,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-06-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-06-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_mean,
--   +      CAST(NULL AS DECIMAL) AS prior_mean,
--   -      NULL AS prior_buyers,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_buyers,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS mean,
--   +      CAST(NULL AS DECIMAL) AS mean,
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   -      NULL AS mean,
--   -      NULL AS prior_mean,
--   -      NULL AS buyers,
--   -      NULL AS prior_buyers,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS mean,
--   +      CAST(NULL AS DECIMAL) AS prior_mean,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   +      CAST(NULL AS DECIMAL) AS prior_buyers,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  COALESCE(answer.prior_sum_amount, 0) / NULLIF(COALESCE(answer.prior_buyers, 0), 0) AS per_buyer_before
--   +  CAST(COALESCE(answer.prior_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.prior_buyers, 0), 0) AS per_buyer_before
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    AVG(orders.amount) AS mean,
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS mean,
--   -    orders.ordered_on >= CAST('2025-01-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-03-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-06-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-06-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_mean,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_mean,
--   -      NULL AS prior_buyers,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS mean,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mean,
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   -      NULL AS mean,
--   -      NULL AS prior_mean,
--   -      NULL AS buyers,
--   -      NULL AS prior_buyers,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mean,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_mean,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -  COALESCE(answer.prior_sum_amount, 0) / NULLIF(COALESCE(answer.prior_buyers, 0), 0) AS per_buyer_before
--   +  CAST(COALESCE(answer.prior_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(answer.prior_buyers, 0), 0) AS per_buyer_before

-- change of a mean is null where one side is
--   change(mean, 1 month) as c, growth(mean, 1 month) as g by month for 2025-02 to 2025-04
WITH orders_by_month /* avg_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    AVG(orders.amount) AS avg_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), orders_scan /* avg_amount */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.avg_amount AS avg_amount
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-02-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-05-01' AS DATE)
), orders_prior_scan /* prior_avg_amount */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month.avg_amount AS prior_avg_amount
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.avg_amount) AS avg_amount,
    MAX(stacked.prior_avg_amount) AS prior_avg_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.avg_amount AS avg_amount,
      NULL AS prior_avg_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS avg_amount,
      orders_prior_scan.prior_avg_amount AS prior_avg_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS avg_amount,
      NULL AS prior_avg_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.avg_amount - answer.prior_avg_amount AS c,
  (
    answer.avg_amount - answer.prior_avg_amount
  ) / NULLIF(ABS(answer.prior_avg_amount), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   -    AVG(orders.amount) AS avg_amount
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-05-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_avg_amount
--   +      CAST(NULL AS DECIMAL) AS prior_avg_amount
--   -      NULL AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   -      NULL AS avg_amount,
--   -      NULL AS prior_avg_amount
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_avg_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(answer.prior_avg_amount), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(answer.prior_avg_amount), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-05-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-02-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-05-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_avg_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_amount
--   -      NULL AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,
--   -      NULL AS avg_amount,
--   -      NULL AS prior_avg_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(answer.prior_avg_amount), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(answer.prior_avg_amount), 0) AS g

-- groups of either period, the null group too
--   revenue, prior(revenue, 1 year) as before by orders.region for 2025
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS prior_revenue
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.region AS region,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2026-01-01' AS DATE)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders.ordered_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders.ordered_on) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- each of these groups in each month
--   revenue, prior(revenue, 1 year) as before by month, orders.region for 2025-05 to 2025-06
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-04-30' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1,
    2
), orders_scan /* revenue */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.region AS region,
    orders_by_month.revenue AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-05-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
    orders_by_month.region AS region,
    orders_by_month.revenue AS prior_revenue
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
), groups /* the groups that have rows */ AS (
  SELECT
    region
  FROM orders_scan
  UNION
  SELECT
    region
  FROM orders_prior_scan
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      orders_prior_scan.region AS region,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.month AS month,
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-05-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-04-30' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-04-30', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-05-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 12, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders_by_month.starting_month) >= TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders_by_month.starting_month) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-05-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- a filter holds for both periods
--   revenue, prior(revenue, 1 year) as before for 2025 where orders.region = 'north'
WITH orders_scan /* revenue */ AS (
  SELECT
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
    AND orders.region = 'north'
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    SUM(orders.amount) AS prior_revenue
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
    AND orders.region = 'north'
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2026-01-01' AS DATE)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders.ordered_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders.ordered_on) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- a condition on the date itself does not move
--   prior((revenue where orders.ordered_on >= date '2025-01-01'), 1 year) as none, (revenue where orders.ordered_on >= date '2025-02-01') as some for 2025
WITH orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    SUM(orders.amount) FILTER(WHERE
      orders.ordered_on >= CAST('2025-01-01' AS DATE)) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
), orders_scan /* sum_amount */ AS (
  SELECT
    SUM(orders.amount) FILTER(WHERE
      orders.ordered_on >= CAST('2025-02-01' AS DATE)) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.prior_sum_amount) AS prior_sum_amount,
    MAX(stacked.sum_amount) AS sum_amount
  FROM (
    SELECT
      orders_prior_scan.prior_sum_amount AS prior_sum_amount,
      NULL AS sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      NULL AS prior_sum_amount,
      orders_scan.sum_amount AS sum_amount
    FROM orders_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.prior_sum_amount, 0) AS none,
  COALESCE(answer.sum_amount, 0) AS "some"
FROM answer;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2026-01-01' AS DATE)
--   -      NULL AS sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
-- snowflake:
--   -    SUM(orders.amount) FILTER(WHERE
--   -      orders.ordered_on >= CAST('2025-01-01' AS DATE)) AS prior_sum_amount
--   +    SUM(
--   +      CASE
--   +        WHEN orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +        THEN orders.amount
--   +      END
--   +    ) AS prior_sum_amount
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders.ordered_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders.ordered_on) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    SUM(orders.amount) FILTER(WHERE
--   -      orders.ordered_on >= CAST('2025-02-01' AS DATE)) AS sum_amount
--   +    SUM(
--   +      CASE
--   +        WHEN orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +        THEN orders.amount
--   +      END
--   +    ) AS sum_amount
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -      NULL AS sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   -  COALESCE(answer.sum_amount, 0) AS "some"
--   +  COALESCE(answer.sum_amount, 0) AS "SOME"

-- prior of prior moves by the outer step first
--   prior(prior(revenue, 1 month), 1 year) as p by month for 2025-01 to 2025-06
WITH orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC(
      'month',
      CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE)
    ) AS DATE) AS month,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_prior_scan.month AS month,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS prior_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.prior_sum_amount, 0) AS p
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -      CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE)
--   +      CAST(CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)
--   -    CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) + INTERVAL '1 MONTH' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC(
--   -      'month',
--   -      CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE)
--   -    ) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, DATEADD(MONTH, 12, orders.ordered_on))) AS DATE) AS month,
--   -    CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(MONTH, 1, DATEADD(MONTH, 12, orders.ordered_on)) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, DATEADD(MONTH, 12, orders.ordered_on)) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount

-- without a for the periods are those of rows on their own, unmoved time
--   prior(revenue, 1 year) as before by quarter
WITH extent /* the first and last quarter with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('quarter', MIN(orders.ordered_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('quarter', MAX(orders.ordered_on)) AS DATE) AS last_period
    FROM orders
  ) AS extents
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    (
      CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) IS NULL
      OR (
        CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) >= (
          SELECT
            first_period
          FROM extent
        )
        AND CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) <= (
          SELECT
            last_period
          FROM extent
        )
      )
    )
  GROUP BY
    1
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(
        (
          SELECT
            first_period
          FROM extent
        ),
        (
          SELECT
            last_period
          FROM extent
        ),
        INTERVAL '3' MONTH
      )
    ) AS DATE) AS quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_prior_scan.quarter AS quarter,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS prior_sum_amount
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.prior_sum_amount, 0) AS before
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -      CAST(DATE_TRUNC('quarter', MIN(orders.ordered_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('quarter', MAX(orders.ordered_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('quarter', CAST(MIN(orders.ordered_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('quarter', CAST(MAX(orders.ordered_on) AS TIMESTAMP)) AS DATE) AS last_period
--   -    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC(
--   +      'quarter',
--   +      CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS quarter,
--   -      CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) IS NULL
--   -        CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) >= (
--   +        CAST(DATE_TRUNC(
--   +          'quarter',
--   +          CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +        ) AS DATE) >= (
--   -        AND CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) <= (
--   +        AND CAST(DATE_TRUNC(
--   +          'quarter',
--   +          CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +        ) AS DATE) <= (
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   -        (
--   -          SELECT
--   -            first_period
--   -          FROM extent
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '3' MONTH
--   -      )
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST((
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    CAST((
--   +      SELECT
--   +        last_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -WITH extent /* the first and last quarter with rows */ AS (
--   +WITH ten_digits AS (
--   +  SELECT
--   +    0 AS d
--   +  UNION ALL
--   +  SELECT
--   +    1
--   +  UNION ALL
--   +  SELECT
--   +    2
--   +  UNION ALL
--   +  SELECT
--   +    3
--   +  UNION ALL
--   +  SELECT
--   +    4
--   +  UNION ALL
--   +  SELECT
--   +    5
--   +  UNION ALL
--   +  SELECT
--   +    6
--   +  UNION ALL
--   +  SELECT
--   +    7
--   +  UNION ALL
--   +  SELECT
--   +    8
--   +  UNION ALL
--   +  SELECT
--   +    9
--   +), extent /* the first and last quarter with rows */ AS (
--   -    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 12, orders.ordered_on)) AS DATE) AS quarter,
--   -      CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 12, orders.ordered_on) IS NULL
--   -        CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) >= (
--   +        CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 12, orders.ordered_on)) AS DATE) >= (
--   -        AND CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) <= (
--   +        AND CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 12, orders.ordered_on)) AS DATE) <= (
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n * 3, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS quarter
--   +  FROM (
--   +    SELECT
--   +      d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +    FROM ten_digits AS d0
--   +    CROSS JOIN ten_digits AS d1
--   +    CROSS JOIN ten_digits AS d2
--   +    CROSS JOIN ten_digits AS d3
--   +    CROSS JOIN ten_digits AS d4
--   +    CROSS JOIN ten_digits AS d5
--   +    CROSS JOIN ten_digits AS d6
--   +    WHERE
--   +      (
--   +          (
--   +            (
--   +              (
--   +                d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                ) AS DOUBLE) / 3.0 AS BIGINT)
--   +                AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                ) AS DOUBLE) / 3.0 AS BIGINT)
--   +              )
--   +              AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT)
--   +              ) AS DOUBLE) / 3.0 AS BIGINT)
--   +            )
--   +            AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT)
--   +            ) AS DOUBLE) / 3.0 AS BIGINT)
--   +          )
--   +          AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT)
--   +          ) AS DOUBLE) / 3.0 AS BIGINT)
--   +        )
--   +        AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 3.0 AS BIGINT)
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, (
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '3' MONTH
--   -      )
--   -    ) AS DATE) AS quarter
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   +      ) AS DOUBLE) / 3.0 AS BIGINT)
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount

-- vs prior: the earlier value and the change stand right after each metric
--   revenue, buyers by quarter for 2025-01-01 to 2025-06-30 vs prior year
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS prior_revenue
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan_2 /* buyers */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', orders.ordered_on) AS DATE) AS quarter,
    COUNT(DISTINCT orders.customer) AS buyers
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan_2 /* prior_buyers */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
    COUNT(DISTINCT orders.customer) AS prior_buyers
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue,
    MAX(stacked.buyers) AS buyers,
    MAX(stacked.prior_buyers) AS prior_buyers
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue,
      NULL AS buyers,
      NULL AS prior_buyers
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.quarter AS quarter,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue,
      NULL AS buyers,
      NULL AS prior_buyers
    FROM orders_prior_scan
    UNION ALL
    SELECT
      orders_scan_2.quarter AS quarter,
      NULL AS revenue,
      NULL AS prior_revenue,
      orders_scan_2.buyers AS buyers,
      NULL AS prior_buyers
    FROM orders_scan_2
    UNION ALL
    SELECT
      orders_prior_scan_2.quarter AS quarter,
      NULL AS revenue,
      NULL AS prior_revenue,
      NULL AS buyers,
      orders_prior_scan_2.prior_buyers AS prior_buyers
    FROM orders_prior_scan_2
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS revenue,
      NULL AS prior_revenue,
      NULL AS buyers,
      NULL AS prior_buyers
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS revenue_prior,
  COALESCE(answer.revenue, 0) - COALESCE(answer.prior_revenue, 0) AS revenue_change,
  COALESCE(answer.buyers, 0) AS buyers,
  COALESCE(answer.prior_buyers, 0) AS buyers_prior,
  COALESCE(answer.buyers, 0) - COALESCE(answer.prior_buyers, 0) AS buyers_change
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC(
--   +      'quarter',
--   +      CAST(CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS quarter,
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(DATE_TRUNC('quarter', orders.ordered_on) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC(
--   +      'quarter',
--   +      CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS quarter,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue,
--   -      NULL AS buyers,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL) AS prior_revenue,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   +      CAST(NULL AS DECIMAL) AS prior_buyers
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS buyers,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   +      CAST(NULL AS DECIMAL) AS prior_buyers
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL) AS prior_buyers
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue,
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue,
--   -      NULL AS buyers,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   +      CAST(NULL AS DECIMAL) AS prior_buyers
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 12, orders_by_month.starting_month)) AS DATE) AS quarter,
--   -    CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders_by_month.starting_month) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 12, orders.ordered_on)) AS DATE) AS quarter,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders.ordered_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders.ordered_on) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS prior_revenue,
--   -      NULL AS buyers,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_buyers
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS buyers,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_buyers
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_buyers
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue,
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue,
--   -      NULL AS buyers,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_buyers

-- vs prior several months
--   revenue by quarter for 2025-01-01 to 2025-06-30 vs prior 3 months
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-10-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE)) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS prior_revenue
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.quarter AS quarter,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS revenue_prior,
  COALESCE(answer.revenue, 0) - COALESCE(answer.prior_revenue, 0) AS revenue_change
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC(
--   +      'quarter',
--   +      CAST(CAST(orders_by_month.starting_month + INTERVAL '3 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS quarter,
--   -    CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '3 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '3 MONTH' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-10-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-10-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 3, orders_by_month.starting_month)) AS DATE) AS quarter,
--   -    CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '3' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(MONTH, 3, orders_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 3, orders_by_month.starting_month) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- vs prior without a grain
--   revenue for 2025-03 vs prior month
WITH orders_scan /* revenue */ AS (
  SELECT
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    SUM(orders.amount) AS prior_revenue
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS revenue_prior,
  COALESCE(answer.revenue, 0) - COALESCE(answer.prior_revenue, 0) AS revenue_change
FROM answer;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
