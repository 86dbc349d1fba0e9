-- buyers by the month of their first order and the whole months since
--   buyers by month of customers.first_order_on as cohort, months since customers.first_order_on as age
WITH orders_per_customer /* min of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    MIN(orders.ordered_on) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
)
SELECT
  CAST(DATE_TRUNC('month', orders_rollup.value) AS DATE) AS cohort,
  CASE
    WHEN orders.ordered_on >= orders_rollup.value
    THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
      CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
    ) - CASE
      WHEN CAST(orders_rollup.value + (
        CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
          CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
        )
      ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
      THEN 1
      ELSE 0
    END
    WHEN NOT (
      orders.ordered_on >= orders_rollup.value
    )
    THEN -(
      CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
        CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
      ) - CASE
        WHEN CAST(orders.ordered_on + (
          CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
            CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
          )
        ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
        THEN 1
        ELSE 0
      END
    )
  END AS age,
  COUNT(DISTINCT orders.customer_id) AS buyers
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN orders_per_customer AS orders_rollup
  ON orders_rollup.key = customer.customer_id
GROUP BY
  1,
  2
ORDER BY
  CAST(DATE_TRUNC('month', orders_rollup.value) AS DATE) NULLS LAST,
  CASE
    WHEN orders.ordered_on >= orders_rollup.value
    THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
      CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
    ) - CASE
      WHEN CAST(orders_rollup.value + (
        CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
          CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
        )
      ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
      THEN 1
      ELSE 0
    END
    WHEN NOT (
      orders.ordered_on >= orders_rollup.value
    )
    THEN -(
      CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
        CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
      ) - CASE
        WHEN CAST(orders.ordered_on + (
          CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
            CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
          )
        ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
        THEN 1
        ELSE 0
      END
    )
  END NULLS LAST;
-- postgres:
--   -  CAST(DATE_TRUNC('month', orders_rollup.value) AS DATE) AS cohort,
--   +  CAST(DATE_TRUNC('month', CAST(orders_rollup.value AS TIMESTAMP)) AS DATE) AS cohort,
--   -      ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +      ) * INTERVAL '1 MONTH' AS DATE) > orders.ordered_on
--   -        ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +        ) * INTERVAL '1 MONTH' AS DATE) > orders_rollup.value
--   -  CAST(DATE_TRUNC('month', orders_rollup.value) AS DATE) NULLS LAST,
--   +  CAST(DATE_TRUNC('month', CAST(orders_rollup.value AS TIMESTAMP)) AS DATE) ASC,
--   -      ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +      ) * INTERVAL '1 MONTH' AS DATE) > orders.ordered_on
--   -        ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +        ) * INTERVAL '1 MONTH' AS DATE) > orders_rollup.value
--   -  END NULLS LAST
--   +  END ASC
-- snowflake:
--   -    THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -      CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +    THEN CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +      CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   -      WHEN CAST(orders_rollup.value + (
--   -        CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -          CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -        )
--   -      ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +      WHEN DATEADD(
--   +        MONTH,
--   +        (
--   +          CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +          )
--   +        ),
--   +        orders_rollup.value
--   +      ) > orders.ordered_on
--   -      CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -        CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +      CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   -        WHEN CAST(orders.ordered_on + (
--   -          CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -            CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -          )
--   -        ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +        WHEN DATEADD(
--   +          MONTH,
--   +          (
--   +            CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +            )
--   +          ),
--   +          orders.ordered_on
--   +        ) > orders_rollup.value
--   -    THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -      CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +    THEN CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +      CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   -      WHEN CAST(orders_rollup.value + (
--   -        CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -          CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -        )
--   -      ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +      WHEN DATEADD(
--   +        MONTH,
--   +        (
--   +          CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +          )
--   +        ),
--   +        orders_rollup.value
--   +      ) > orders.ordered_on
--   -      CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -        CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +      CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   -        WHEN CAST(orders.ordered_on + (
--   -          CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -            CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -          )
--   -        ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +        WHEN DATEADD(
--   +          MONTH,
--   +          (
--   +            CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +            )
--   +          ),
--   +          orders.ordered_on
--   +        ) > orders_rollup.value

-- revenue of the cohorts by calendar month
--   sum(orders.amount) as amount by month, month of customers.first_order_on as cohort for 2025-Q1 where customers.customer_id is not null
WITH orders_per_customer /* min of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    MIN(orders.ordered_on) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
), orders_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    CAST(DATE_TRUNC('month', orders_rollup.value) AS DATE) AS cohort,
    SUM(orders.amount) AS sum_amount
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  LEFT JOIN orders_per_customer AS orders_rollup
    ON orders_rollup.key = customer.customer_id
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
    AND NOT customer.customer_id IS NULL
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    cohort
  FROM orders_scan
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.cohort,
    MAX(stacked.sum_amount) AS sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.cohort AS cohort,
      orders_scan.sum_amount AS sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.cohort AS cohort,
      NULL AS sum_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.month AS month,
  answer.cohort AS cohort,
  COALESCE(answer.sum_amount, 0) AS amount
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.cohort NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', orders_rollup.value) AS DATE) AS cohort,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders_rollup.value AS TIMESTAMP)) AS DATE) AS cohort,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount
--   -  answer.month NULLS LAST,
--   -  answer.cohort NULLS LAST
--   +  answer.month ASC,
--   +  answer.cohort ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount

-- a grain of another date is a plain group, without the gaps
--   count(customers) as n by month of customers.joined_on as joined
SELECT
  CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS joined,
  COUNT(*) AS n
FROM customers
GROUP BY
  1
ORDER BY
  CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) NULLS LAST;
-- postgres:
--   -  CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS joined,
--   +  CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS joined,
--   -  CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) NULLS LAST
--   +  CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) ASC

-- days and years since
--   count(orders) as n by days since customers.joined_on as age where customers.customer_id = 1
SELECT
  DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) AS age,
  COUNT(*) AS n
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
WHERE
  customer.customer_id = 1
GROUP BY
  1
ORDER BY
  DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) NULLS LAST;
-- postgres:
--   -  DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) AS age,
--   +  (
--   +    orders.ordered_on - customer.joined_on
--   +  ) AS age,
--   -  DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) NULLS LAST
--   +  (
--   +    orders.ordered_on - customer.joined_on
--   +  ) ASC
-- snowflake:
--   -  DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) AS age,
--   +  DATEDIFF(DAY, customer.joined_on, orders.ordered_on) AS age,
--   -  DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) NULLS LAST
--   +  DATEDIFF(DAY, customer.joined_on, orders.ordered_on) NULLS LAST

-- a cohort's share of the buyers of a month
--   buyers / total(buyers ignoring filters) as share for 2025-02 where customers.first_order_on < date '2025-02-01'
WITH orders_per_customer /* min of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    MIN(orders.ordered_on) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
), orders_scan /* count_customer */ AS (
  SELECT
    COUNT(DISTINCT orders.customer_id) AS count_customer
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  LEFT JOIN orders_per_customer AS orders_rollup
    ON orders_rollup.key = customer.customer_id
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
    AND orders_rollup.value < CAST('2025-02-01' AS DATE)
), orders_total_scan /* total_count_customer */ AS (
  SELECT
    COUNT(DISTINCT orders.customer_id) AS total_count_customer
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.count_customer) AS count_customer,
    MAX(stacked.total_count_customer) AS total_count_customer
  FROM (
    SELECT
      orders_scan.count_customer AS count_customer,
      NULL AS total_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      NULL AS count_customer,
      orders_total_scan.total_count_customer AS total_count_customer
    FROM orders_total_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.count_customer, 0) / NULLIF(COALESCE(answer.total_count_customer, 0), 0) AS share
FROM answer;
-- postgres:
--   -      NULL AS total_count_customer
--   +      CAST(NULL AS DECIMAL) AS total_count_customer
--   -      NULL AS count_customer,
--   +      CAST(NULL AS DECIMAL) AS count_customer,
--   -  COALESCE(answer.count_customer, 0) / NULLIF(COALESCE(answer.total_count_customer, 0), 0) AS share
--   +  CAST(COALESCE(answer.count_customer, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.total_count_customer, 0), 0) AS share
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   -    AND orders_rollup.value < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders_rollup.value < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS total_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_count_customer
--   -      NULL AS count_customer,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customer,
--   -  COALESCE(answer.count_customer, 0) / NULLIF(COALESCE(answer.total_count_customer, 0), 0) AS share
--   +  CAST(COALESCE(answer.count_customer, 0) AS DOUBLE) / NULLIF(COALESCE(answer.total_count_customer, 0), 0) AS share

-- whole weeks and quarters before are counted as those after
--   count(orders) as n by weeks since customers.last_order_on as weeks, quarters since customers.last_order_on as quarters where customers.customer_id = 1
WITH orders_per_customer /* max of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    MAX(orders.ordered_on) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
)
SELECT
  CASE
    WHEN (
      DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0
    ) < 0
    THEN 0 - FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
    ELSE FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
  END AS weeks,
  CASE
    WHEN (
      (
        CASE
          WHEN orders.ordered_on >= orders_rollup.value
          THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
            CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
          ) - CASE
            WHEN CAST(orders_rollup.value + (
              CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
                CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
              )
            ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
            THEN 1
            ELSE 0
          END
          WHEN NOT (
            orders.ordered_on >= orders_rollup.value
          )
          THEN -(
            CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
              CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
            ) - CASE
              WHEN CAST(orders.ordered_on + (
                CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                  CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
                )
              ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
              THEN 1
              ELSE 0
            END
          )
        END
      ) / 3
    ) < 0
    THEN 0 - FLOOR(
      ABS(
        (
          CASE
            WHEN orders.ordered_on >= orders_rollup.value
            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
            ) - CASE
              WHEN CAST(orders_rollup.value + (
                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
                )
              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
              THEN 1
              ELSE 0
            END
            WHEN NOT (
              orders.ordered_on >= orders_rollup.value
            )
            THEN -(
              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
              ) - CASE
                WHEN CAST(orders.ordered_on + (
                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
                  )
                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
                THEN 1
                ELSE 0
              END
            )
          END
        ) / 3
      )
    )
    ELSE FLOOR(
      ABS(
        (
          CASE
            WHEN orders.ordered_on >= orders_rollup.value
            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
            ) - CASE
              WHEN CAST(orders_rollup.value + (
                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
                )
              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
              THEN 1
              ELSE 0
            END
            WHEN NOT (
              orders.ordered_on >= orders_rollup.value
            )
            THEN -(
              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
              ) - CASE
                WHEN CAST(orders.ordered_on + (
                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
                  )
                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
                THEN 1
                ELSE 0
              END
            )
          END
        ) / 3
      )
    )
  END AS quarters,
  COUNT(*) AS n
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN orders_per_customer AS orders_rollup
  ON orders_rollup.key = customer.customer_id
WHERE
  customer.customer_id = 1
GROUP BY
  1,
  2
ORDER BY
  CASE
    WHEN (
      DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0
    ) < 0
    THEN 0 - FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
    ELSE FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
  END NULLS LAST,
  CASE
    WHEN (
      (
        CASE
          WHEN orders.ordered_on >= orders_rollup.value
          THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
            CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
          ) - CASE
            WHEN CAST(orders_rollup.value + (
              CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
                CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
              )
            ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
            THEN 1
            ELSE 0
          END
          WHEN NOT (
            orders.ordered_on >= orders_rollup.value
          )
          THEN -(
            CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
              CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
            ) - CASE
              WHEN CAST(orders.ordered_on + (
                CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                  CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
                )
              ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
              THEN 1
              ELSE 0
            END
          )
        END
      ) / 3
    ) < 0
    THEN 0 - FLOOR(
      ABS(
        (
          CASE
            WHEN orders.ordered_on >= orders_rollup.value
            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
            ) - CASE
              WHEN CAST(orders_rollup.value + (
                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
                )
              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
              THEN 1
              ELSE 0
            END
            WHEN NOT (
              orders.ordered_on >= orders_rollup.value
            )
            THEN -(
              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
              ) - CASE
                WHEN CAST(orders.ordered_on + (
                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
                  )
                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
                THEN 1
                ELSE 0
              END
            )
          END
        ) / 3
      )
    )
    ELSE FLOOR(
      ABS(
        (
          CASE
            WHEN orders.ordered_on >= orders_rollup.value
            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
            ) - CASE
              WHEN CAST(orders_rollup.value + (
                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
                )
              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
              THEN 1
              ELSE 0
            END
            WHEN NOT (
              orders.ordered_on >= orders_rollup.value
            )
            THEN -(
              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
              ) - CASE
                WHEN CAST(orders.ordered_on + (
                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
                  )
                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
                THEN 1
                ELSE 0
              END
            )
          END
        ) / 3
      )
    )
  END NULLS LAST;
-- postgres:
--   -      DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0
--   -    ) < 0
--   -    THEN 0 - FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
--   -    ELSE FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
--   +      CAST((
--   +        orders.ordered_on - orders_rollup.value
--   +      ) AS DOUBLE PRECISION) / 7.0
--   +    ) < 0
--   +    THEN 0 - FLOOR(
--   +      ABS(CAST((
--   +        orders.ordered_on - orders_rollup.value
--   +      ) AS DOUBLE PRECISION) / 7.0)
--   +    )
--   +    ELSE FLOOR(
--   +      ABS(CAST((
--   +        orders.ordered_on - orders_rollup.value
--   +      ) AS DOUBLE PRECISION) / 7.0)
--   +    )
--   -      (
--   +      CAST((
--   -            ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +            ) * INTERVAL '1 MONTH' AS DATE) > orders.ordered_on
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +              ) * INTERVAL '1 MONTH' AS DATE) > orders_rollup.value
--   -      ) / 3
--   -    ) < 0
--   -    THEN 0 - FLOOR(
--   -      ABS(
--   -        (
--   -          CASE
--   -            WHEN orders.ordered_on >= orders_rollup.value
--   -            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders_rollup.value + (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   -              THEN 1
--   -              ELSE 0
--   -            END
--   -            WHEN NOT (
--   -              orders.ordered_on >= orders_rollup.value
--   -            )
--   -            THEN -(
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -              ) - CASE
--   -                WHEN CAST(orders.ordered_on + (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                  )
--   -                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   -                THEN 1
--   -                ELSE 0
--   -              END
--   -            )
--   -          END
--   -        ) / 3
--   -      )
--   -    )
--   -    ELSE FLOOR(
--   -      ABS(
--   -        (
--   -          CASE
--   -            WHEN orders.ordered_on >= orders_rollup.value
--   -            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders_rollup.value + (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   -              THEN 1
--   -              ELSE 0
--   -            END
--   -            WHEN NOT (
--   -              orders.ordered_on >= orders_rollup.value
--   -            )
--   -            THEN -(
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -              ) - CASE
--   -                WHEN CAST(orders.ordered_on + (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                  )
--   -                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   -                THEN 1
--   -                ELSE 0
--   -              END
--   -            )
--   -          END
--   -        ) / 3
--   +      ) AS DOUBLE PRECISION) / 3
--   +    ) < 0
--   +    THEN 0 - FLOOR(
--   +      ABS(
--   +        CAST((
--   +          CASE
--   +            WHEN orders.ordered_on >= orders_rollup.value
--   +            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   +              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +            ) - CASE
--   +              WHEN CAST(orders_rollup.value + (
--   +                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   +                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +                )
--   +              ) * INTERVAL '1 MONTH' AS DATE) > orders.ordered_on
--   +              THEN 1
--   +              ELSE 0
--   +            END
--   +            WHEN NOT (
--   +              orders.ordered_on >= orders_rollup.value
--   +            )
--   +            THEN -(
--   +              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   +                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +              ) - CASE
--   +                WHEN CAST(orders.ordered_on + (
--   +                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   +                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +                  )
--   +                ) * INTERVAL '1 MONTH' AS DATE) > orders_rollup.value
--   +                THEN 1
--   +                ELSE 0
--   +              END
--   +            )
--   +          END
--   +        ) AS DOUBLE PRECISION) / 3
--   +      )
--   +    )
--   +    ELSE FLOOR(
--   +      ABS(
--   +        CAST((
--   +          CASE
--   +            WHEN orders.ordered_on >= orders_rollup.value
--   +            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   +              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +            ) - CASE
--   +              WHEN CAST(orders_rollup.value + (
--   +                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   +                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +                )
--   +              ) * INTERVAL '1 MONTH' AS DATE) > orders.ordered_on
--   +              THEN 1
--   +              ELSE 0
--   +            END
--   +            WHEN NOT (
--   +              orders.ordered_on >= orders_rollup.value
--   +            )
--   +            THEN -(
--   +              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   +                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +              ) - CASE
--   +                WHEN CAST(orders.ordered_on + (
--   +                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   +                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +                  )
--   +                ) * INTERVAL '1 MONTH' AS DATE) > orders_rollup.value
--   +                THEN 1
--   +                ELSE 0
--   +              END
--   +            )
--   +          END
--   +        ) AS DOUBLE PRECISION) / 3
--   -      DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0
--   -    ) < 0
--   -    THEN 0 - FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
--   -    ELSE FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
--   -  END NULLS LAST,
--   -  CASE
--   -    WHEN (
--   -      (
--   +      CAST((
--   +        orders.ordered_on - orders_rollup.value
--   +      ) AS DOUBLE PRECISION) / 7.0
--   +    ) < 0
--   +    THEN 0 - FLOOR(
--   +      ABS(CAST((
--   +        orders.ordered_on - orders_rollup.value
--   +      ) AS DOUBLE PRECISION) / 7.0)
--   +    )
--   +    ELSE FLOOR(
--   +      ABS(CAST((
--   +        orders.ordered_on - orders_rollup.value
--   +      ) AS DOUBLE PRECISION) / 7.0)
--   +    )
--   +  END ASC,
--   +  CASE
--   +    WHEN (
--   +      CAST((
--   -            ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +            ) * INTERVAL '1 MONTH' AS DATE) > orders.ordered_on
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +              ) * INTERVAL '1 MONTH' AS DATE) > orders_rollup.value
--   -      ) / 3
--   -    ) < 0
--   -    THEN 0 - FLOOR(
--   -      ABS(
--   -        (
--   -          CASE
--   -            WHEN orders.ordered_on >= orders_rollup.value
--   -            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders_rollup.value + (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   -              THEN 1
--   -              ELSE 0
--   -            END
--   -            WHEN NOT (
--   -              orders.ordered_on >= orders_rollup.value
--   -            )
--   -            THEN -(
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -              ) - CASE
--   -                WHEN CAST(orders.ordered_on + (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                  )
--   -                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   -                THEN 1
--   -                ELSE 0
--   -              END
--   -            )
--   -          END
--   -        ) / 3
--   -      )
--   -    )
--   -    ELSE FLOOR(
--   -      ABS(
--   -        (
--   -          CASE
--   -            WHEN orders.ordered_on >= orders_rollup.value
--   -            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders_rollup.value + (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   -              THEN 1
--   -              ELSE 0
--   -            END
--   -            WHEN NOT (
--   -              orders.ordered_on >= orders_rollup.value
--   -            )
--   -            THEN -(
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -              ) - CASE
--   -                WHEN CAST(orders.ordered_on + (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                  )
--   -                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   -                THEN 1
--   -                ELSE 0
--   -              END
--   -            )
--   -          END
--   -        ) / 3
--   -      )
--   -    )
--   -  END NULLS LAST
--   +      ) AS DOUBLE PRECISION) / 3
--   +    ) < 0
--   +    THEN 0 - FLOOR(
--   +      ABS(
--   +        CAST((
--   +          CASE
--   +            WHEN orders.ordered_on >= orders_rollup.value
--   +            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   +              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +            ) - CASE
--   +              WHEN CAST(orders_rollup.value + (
--   +                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   +                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +                )
--   +              ) * INTERVAL '1 MONTH' AS DATE) > orders.ordered_on
--   +              THEN 1
--   +              ELSE 0
--   +            END
--   +            WHEN NOT (
--   +              orders.ordered_on >= orders_rollup.value
--   +            )
--   +            THEN -(
--   +              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   +                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +              ) - CASE
--   +                WHEN CAST(orders.ordered_on + (
--   +                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   +                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +                  )
--   +                ) * INTERVAL '1 MONTH' AS DATE) > orders_rollup.value
--   +                THEN 1
--   +                ELSE 0
--   +              END
--   +            )
--   +          END
--   +        ) AS DOUBLE PRECISION) / 3
--   +      )
--   +    )
--   +    ELSE FLOOR(
--   +      ABS(
--   +        CAST((
--   +          CASE
--   +            WHEN orders.ordered_on >= orders_rollup.value
--   +            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   +              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +            ) - CASE
--   +              WHEN CAST(orders_rollup.value + (
--   +                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   +                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +                )
--   +              ) * INTERVAL '1 MONTH' AS DATE) > orders.ordered_on
--   +              THEN 1
--   +              ELSE 0
--   +            END
--   +            WHEN NOT (
--   +              orders.ordered_on >= orders_rollup.value
--   +            )
--   +            THEN -(
--   +              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   +                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +              ) - CASE
--   +                WHEN CAST(orders.ordered_on + (
--   +                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   +                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +                  )
--   +                ) * INTERVAL '1 MONTH' AS DATE) > orders_rollup.value
--   +                THEN 1
--   +                ELSE 0
--   +              END
--   +            )
--   +          END
--   +        ) AS DOUBLE PRECISION) / 3
--   +      )
--   +    )
--   +  END ASC
-- snowflake:
--   -      DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0
--   +      CAST(DATEDIFF(DAY, orders_rollup.value, orders.ordered_on) AS DOUBLE) / 7.0
--   -    THEN 0 - FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
--   -    ELSE FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
--   +    THEN 0 - FLOOR(ABS(CAST(DATEDIFF(DAY, orders_rollup.value, orders.ordered_on) AS DOUBLE) / 7.0))
--   +    ELSE FLOOR(ABS(CAST(DATEDIFF(DAY, orders_rollup.value, orders.ordered_on) AS DOUBLE) / 7.0))
--   -      (
--   +      CAST((
--   -          THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -            CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +          THEN CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   -            WHEN CAST(orders_rollup.value + (
--   -              CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -              )
--   -            ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +            WHEN DATEADD(
--   +              MONTH,
--   +              (
--   +                CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +                )
--   +              ),
--   +              orders_rollup.value
--   +            ) > orders.ordered_on
--   -            CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders.ordered_on + (
--   -                CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +            CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +            ) - CASE
--   +              WHEN DATEADD(
--   +                MONTH,
--   +                (
--   +                  CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +                  )
--   +                ),
--   +                orders.ordered_on
--   +              ) > orders_rollup.value
--   -      ) / 3
--   +      ) AS DOUBLE) / 3
--   -        (
--   +        CAST((
--   -            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders_rollup.value + (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +            THEN CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +            ) - CASE
--   +              WHEN DATEADD(
--   +                MONTH,
--   +                (
--   +                  CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +                  )
--   +                ),
--   +                orders_rollup.value
--   +              ) > orders.ordered_on
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +              CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   -                WHEN CAST(orders.ordered_on + (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                  )
--   -                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +                WHEN DATEADD(
--   +                  MONTH,
--   +                  (
--   +                    CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                      CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +                    )
--   +                  ),
--   +                  orders.ordered_on
--   +                ) > orders_rollup.value
--   -        ) / 3
--   +        ) AS DOUBLE) / 3
--   -        (
--   +        CAST((
--   -            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders_rollup.value + (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +            THEN CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +            ) - CASE
--   +              WHEN DATEADD(
--   +                MONTH,
--   +                (
--   +                  CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +                  )
--   +                ),
--   +                orders_rollup.value
--   +              ) > orders.ordered_on
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +              CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   -                WHEN CAST(orders.ordered_on + (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                  )
--   -                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +                WHEN DATEADD(
--   +                  MONTH,
--   +                  (
--   +                    CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                      CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +                    )
--   +                  ),
--   +                  orders.ordered_on
--   +                ) > orders_rollup.value
--   -        ) / 3
--   +        ) AS DOUBLE) / 3
--   -      DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0
--   +      CAST(DATEDIFF(DAY, orders_rollup.value, orders.ordered_on) AS DOUBLE) / 7.0
--   -    THEN 0 - FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
--   -    ELSE FLOOR(ABS(DATE_DIFF('DAY', orders_rollup.value, orders.ordered_on) / 7.0))
--   +    THEN 0 - FLOOR(ABS(CAST(DATEDIFF(DAY, orders_rollup.value, orders.ordered_on) AS DOUBLE) / 7.0))
--   +    ELSE FLOOR(ABS(CAST(DATEDIFF(DAY, orders_rollup.value, orders.ordered_on) AS DOUBLE) / 7.0))
--   -      (
--   +      CAST((
--   -          THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -            CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   +          THEN CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   -            WHEN CAST(orders_rollup.value + (
--   -              CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -              )
--   -            ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +            WHEN DATEADD(
--   +              MONTH,
--   +              (
--   +                CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +                )
--   +              ),
--   +              orders_rollup.value
--   +            ) > orders.ordered_on
--   -            CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders.ordered_on + (
--   -                CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +            CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +            ) - CASE
--   +              WHEN DATEADD(
--   +                MONTH,
--   +                (
--   +                  CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +                  )
--   +                ),
--   +                orders.ordered_on
--   +              ) > orders_rollup.value
--   -      ) / 3
--   +      ) AS DOUBLE) / 3
--   -        (
--   +        CAST((
--   -            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders_rollup.value + (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +            THEN CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +            ) - CASE
--   +              WHEN DATEADD(
--   +                MONTH,
--   +                (
--   +                  CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +                  )
--   +                ),
--   +                orders_rollup.value
--   +              ) > orders.ordered_on
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +              CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   -                WHEN CAST(orders.ordered_on + (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                  )
--   -                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +                WHEN DATEADD(
--   +                  MONTH,
--   +                  (
--   +                    CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                      CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +                    )
--   +                  ),
--   +                  orders.ordered_on
--   +                ) > orders_rollup.value
--   -        ) / 3
--   +        ) AS DOUBLE) / 3
--   -        (
--   +        CAST((
--   -            THEN CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -            ) - CASE
--   -              WHEN CAST(orders_rollup.value + (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT) - (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT)
--   -                )
--   -              ) * INTERVAL '1' MONTH AS DATE) > orders.ordered_on
--   +            THEN CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +            ) - CASE
--   +              WHEN DATEADD(
--   +                MONTH,
--   +                (
--   +                  CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT)
--   +                  )
--   +                ),
--   +                orders_rollup.value
--   +              ) > orders.ordered_on
--   -              CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   +              CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   -                WHEN CAST(orders.ordered_on + (
--   -                  CAST(EXTRACT(YEAR FROM orders_rollup.value) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders_rollup.value) AS BIGINT) - (
--   -                    CAST(EXTRACT(YEAR FROM orders.ordered_on) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM orders.ordered_on) AS BIGINT)
--   -                  )
--   -                ) * INTERVAL '1' MONTH AS DATE) > orders_rollup.value
--   +                WHEN DATEADD(
--   +                  MONTH,
--   +                  (
--   +                    CAST(DATE_PART(YEAR, orders_rollup.value) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders_rollup.value) AS BIGINT) - (
--   +                      CAST(DATE_PART(YEAR, orders.ordered_on) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, orders.ordered_on) AS BIGINT)
--   +                    )
--   +                  ),
--   +                  orders.ordered_on
--   +                ) > orders_rollup.value
--   -        ) / 3
--   +        ) AS DOUBLE) / 3
