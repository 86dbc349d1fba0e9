-- no range reads everything
--   sum(orders.n) as n
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders;

-- a year
--   sum(orders.n) as n for 2025
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2026-01-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')

-- a quarter
--   sum(orders.n) as n for 2025-Q1
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-04-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- a month
--   sum(orders.n) as n for 2025-03
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-01' AS DATE)
  AND orders.ordered_on < CAST('2025-04-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- a day
--   sum(orders.n) as n for 2025-03-14
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-14' AS DATE)
  AND orders.ordered_on < CAST('2025-03-15' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-14' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-14', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')

-- from a day to a day, both in
--   sum(orders.n) as n for 2025-01-31 to 2025-02-28
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-31' AS DATE)
  AND orders.ordered_on < CAST('2025-03-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-31' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-31', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- from a month to a month
--   sum(orders.n) as n for 2025-01 to 2025-02
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-03-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- since a day ends with today
--   sum(orders.n) as n for since 2025-03-10
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-10' AS DATE)
  AND orders.ordered_on < CAST('2025-03-15' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-10' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-10', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')

-- since a month
--   sum(orders.n) as n for since 2025-02
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-02-01' AS DATE)
  AND orders.ordered_on < CAST('2025-03-15' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')

-- before a day leaves it out
--   sum(orders.n) as n for before 2025-02-01
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on < CAST('2025-02-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +  orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- before a year
--   sum(orders.n) as n for before 2025
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on < CAST('2025-01-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on < CAST('2025-01-01' AS DATE)
--   +  orders.ordered_on < TO_DATE('2025-01-01', 'YYYY-MM-DD')

-- the last two months are whole ones
--   sum(orders.n) as n for last 2 months
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-03-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- the last week is whole
--   sum(orders.n) as n for last 1 week
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-03' AS DATE)
  AND orders.ordered_on < CAST('2025-03-10' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-03' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-10' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-03', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-10', 'YYYY-MM-DD')

-- the last seven days leave today out
--   sum(orders.n) as n for last 7 days
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-07' AS DATE)
  AND orders.ordered_on < CAST('2025-03-14' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-07' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-14' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-07', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-14', 'YYYY-MM-DD')

-- the last year
--   sum(orders.n) as n for last 1 year
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2024-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-01-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-01-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-01-01', 'YYYY-MM-DD')

-- the last quarter
--   sum(orders.n) as n for last 1 quarter
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2024-10-01' AS DATE)
  AND orders.ordered_on < CAST('2025-01-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2024-10-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-01-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2024-10-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-01-01', 'YYYY-MM-DD')

-- this month is all of it
--   sum(orders.n) as n for this month
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-01' AS DATE)
  AND orders.ordered_on < CAST('2025-04-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- this week
--   sum(orders.n) as n for this week
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-10' AS DATE)
  AND orders.ordered_on < CAST('2025-03-17' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-10' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-17' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-10', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-17', 'YYYY-MM-DD')

-- this day
--   sum(orders.n) as n for this day
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-14' AS DATE)
  AND orders.ordered_on < CAST('2025-03-15' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-14' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-14', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')

-- this year
--   sum(orders.n) as n for this year
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2026-01-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2026-01-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2026-01-01', 'YYYY-MM-DD')

-- month to date ends with today
--   sum(orders.n) as n for month to date
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-01' AS DATE)
  AND orders.ordered_on < CAST('2025-03-15' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')

-- week to date
--   sum(orders.n) as n for week to date
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-03-10' AS DATE)
  AND orders.ordered_on < CAST('2025-03-15' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-03-10' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-03-10', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')

-- year to date
--   sum(orders.n) as n for year to date
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-03-15' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')

-- this fiscal year
--   sum(orders.n) as n for this fiscal_year
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2024-04-01' AS DATE)
  AND orders.ordered_on < CAST('2025-04-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2024-04-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2024-04-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- fiscal year to date
--   sum(orders.n) as n for fiscal_year to date
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2024-04-01' AS DATE)
  AND orders.ordered_on < CAST('2025-03-15' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2024-04-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2024-04-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')

-- this fiscal quarter
--   sum(orders.n) as n for this fiscal_quarter
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-04-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- as of another day
--   sum(orders.n) as n for month to date as of 2025-02-28
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-02-01' AS DATE)
  AND orders.ordered_on < CAST('2025-03-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- last month as of the first of a month
--   sum(orders.n) as n for last 1 month as of 2025-02-01
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-02-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- last month as of the last of a month
--   sum(orders.n) as n for last 1 month as of 2025-02-28
SELECT
  COALESCE(SUM(orders.n), 0) AS n
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-02-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- the last months by month, zeros and all
--   total by month for last 4 months
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-11-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2024-11-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS total
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-11-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2024-11-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-11-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-11-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-11-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2024-11-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- since by month ends with the whole current month
--   total by month for since 2025-02-15
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-15' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS total
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-15' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-15', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- since by week ends with the whole current week
--   total by week for since 2025-03-01
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-17' AS DATE)
  GROUP BY
    1
), weeks /* every week */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' WEEK)
    ) AS DATE) AS week
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS total
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    CAST(series.start AS DATE) AS week
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-24' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-10' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 WEEK'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
--   +    CAST(DATEADD(DAY, 1 - DAYOFWEEKISO(orders.ordered_on), orders.ordered_on) AS DATE) AS week,
--   -    orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-17' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-17', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    DATEADD(DAY, numbers.n * 7, TO_DATE('2025-02-24', 'YYYY-MM-DD')) AS week
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- since by day ends with today
--   total by day for since 2025-03-13
WITH orders_scan /* total */ AS (
  SELECT
    orders.ordered_on AS day,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-13' AS DATE)
    AND orders.ordered_on < CAST('2025-03-15' AS DATE)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-13' AS DATE), CAST('2025-03-14' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS total
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-13' AS DATE), CAST('2025-03-14' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-13' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-14' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-13' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-13', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-13' AS DATE), CAST('2025-03-14' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-03-13', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- an explicit range is shown in full, its cut weeks counted as far as it goes
--   total by week for 2025-03
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), weeks /* every week */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' WEEK)
    ) AS DATE) AS week
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS total
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    CAST(series.start AS DATE) AS week
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-24' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-31' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 WEEK'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
--   +    CAST(DATEADD(DAY, 1 - DAYOFWEEKISO(orders.ordered_on), orders.ordered_on) AS DATE) AS week,
--   -    orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-24' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    DATEADD(DAY, numbers.n * 7, TO_DATE('2025-02-24', 'YYYY-MM-DD')) AS week
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- this month by month
--   total by month for this month
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS total
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- to date by month
--   total by month for year to date
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-15' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS total
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-15' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-15', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- before by month begins with the first row
--   total by month for before 2025-02-10
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on < CAST('2025-02-10' AS DATE)
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan.month) AS first_period,
      MAX(orders_scan.month) AS last_period
    FROM orders_scan
  ) AS extents
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(
        (
          SELECT
            first_period
          FROM extent
        ),
        CAST('2025-02-01' AS DATE),
        INTERVAL '1' MONTH
      )
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS total
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   -        (
--   -          SELECT
--   -            first_period
--   -          FROM extent
--   -        ),
--   -        CAST('2025-02-01' AS DATE),
--   -        INTERVAL '1' MONTH
--   -      )
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST((
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH orders_scan /* total */ AS (
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
--   +), orders_scan /* total */ AS (
--   -    orders.ordered_on < CAST('2025-02-10' AS DATE)
--   +    orders.ordered_on < TO_DATE('2025-02-10', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS month
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
--   +                d1.d * 10 <= CAST(DATE_PART(YEAR, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                )
--   +                AND d2.d * 100 <= CAST(DATE_PART(YEAR, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                )
--   +              )
--   +              AND d3.d * 1000 <= CAST(DATE_PART(YEAR, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT)
--   +              )
--   +            )
--   +            AND d4.d * 10000 <= CAST(DATE_PART(YEAR, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT)
--   +            )
--   +          )
--   +          AND d5.d * 100000 <= CAST(DATE_PART(YEAR, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT)
--   +          )
--   +        )
--   +        AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   +        )
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(DATE_PART(YEAR, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, (
--   -        ),
--   -        CAST('2025-02-01' AS DATE),
--   -        INTERVAL '1' MONTH
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   -    ) AS DATE) AS month
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- without a range, from the first to the last period that has a row, and the rows without a time
--   total by month
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.n) AS total
  FROM orders
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan.month) AS first_period,
      MAX(orders_scan.month) AS last_period
    FROM orders_scan
  ) AS extents
), months /* every month */ AS (
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
        INTERVAL '1' MONTH
      )
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS total
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
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
--   -        INTERVAL '1' MONTH
--   -      )
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
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
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH orders_scan /* total */ AS (
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
--   +), orders_scan /* total */ AS (
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS month
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
--   +                d1.d * 10 <= CAST(DATE_PART(YEAR, (
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
--   +                )
--   +                AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
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
--   +                )
--   +              )
--   +              AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
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
--   +              )
--   +            )
--   +            AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
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
--   +            )
--   +          )
--   +          AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
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
--   +          )
--   +        )
--   +        AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
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
--   +        )
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(DATE_PART(YEAR, (
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
--   -        INTERVAL '1' MONTH
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   -    ) AS DATE) AS month
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- a month that ends with the as-of day is complete
--   total by month for 2025-02 to 2025-03 as of 2025-02-28
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS total
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total
