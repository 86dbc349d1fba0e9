-- a stock by month of the customers of one kind of plan
--   count(customers at end) as n by month for 2025-Q1 where plans.kind = 'big'
WITH customers_by_months /* count_customers_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    COUNT(*) AS count_customers_at_end
  FROM customers
  LEFT JOIN plans AS plan
    ON customers.plan_id = plan.plan_id
  WHERE
    plan.kind = 'big'
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_at_end_scan /* count_customers_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.count_customers_at_end) AS count_customers_at_end
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.ends
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_customers_at_end) AS count_customers_at_end
  FROM (
    SELECT
      customers_at_end_scan.month AS month,
      customers_at_end_scan.count_customers_at_end AS count_customers_at_end
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_customers_at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_customers_at_end, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS count_customers_at_end
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_end
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -      NULL AS count_customers_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_end

-- all members that the filter behind a join leaves
--   sum(orders.amount) as s by all customers.region where plans.kind = 'big'
WITH orders_scan /* sum_amount */ AS (
  SELECT
    customer.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  LEFT JOIN plans AS customer_plan
    ON customer.plan_id = customer_plan.plan_id
  WHERE
    customer_plan.kind = 'big'
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), members /* all members of region */ AS (
  SELECT DISTINCT
    customers.region AS region
  FROM customers
  LEFT JOIN plans AS plan
    ON customers.plan_id = plan.plan_id
  WHERE
    plan.kind = 'big'
), groups_2 /* the groups that have rows, and all members */ AS (
  SELECT
    region
  FROM groups
  UNION
  SELECT
    members.region
  FROM members
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.sum_amount AS sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      groups_2.region AS region,
      NULL AS sum_amount
    FROM groups_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.sum_amount, 0) AS s
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount
