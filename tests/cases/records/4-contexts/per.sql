-- per a join: each non-null key that the rows have, orphans too
--   avg(revenue per orders.customer) as mean, count(revenue per orders.customer) as n, max(revenue per orders.customer) as most, median(orders per orders.customer) as mid
WITH orders_scan /* sum_amount, count_orders */ AS (
  SELECT
    orders.customer_id AS customer,
    SUM(orders.amount) AS sum_amount,
    COUNT(*) AS count_orders
  FROM orders
  GROUP BY
    1
)
SELECT
  AVG(COALESCE(orders_scan.sum_amount, 0)) AS mean,
  COUNT(COALESCE(orders_scan.sum_amount, 0)) AS n,
  MAX(COALESCE(orders_scan.sum_amount, 0)) AS most,
  QUANTILE_CONT(CAST(COALESCE(orders_scan.count_orders, 0) AS DOUBLE), 0.5) AS mid
FROM orders_scan
WHERE
  NOT orders_scan.customer IS NULL;
-- postgres:
--   -  AVG(COALESCE(orders_scan.sum_amount, 0)) AS mean,
--   +  AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE PRECISION)) AS mean,
--   -  QUANTILE_CONT(CAST(COALESCE(orders_scan.count_orders, 0) AS DOUBLE), 0.5) AS mid
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(COALESCE(orders_scan.count_orders, 0) AS DOUBLE PRECISION)) AS mid
-- snowflake:
--   -  AVG(COALESCE(orders_scan.sum_amount, 0)) AS mean,
--   +  AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE)) AS mean,
--   -  QUANTILE_CONT(CAST(COALESCE(orders_scan.count_orders, 0) AS DOUBLE), 0.5) AS mid
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(COALESCE(orders_scan.count_orders, 0) AS DOUBLE) NULLS LAST) AS mid

-- repeat purchases
--   repeat_rate
WITH orders_scan /* count_orders */ AS (
  SELECT
    orders.customer_id AS customer,
    COUNT(*) AS count_orders
  FROM orders
  GROUP BY
    1
)
SELECT
  AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS repeat_rate
FROM orders_scan
WHERE
  NOT orders_scan.customer IS NULL;
-- postgres:
--   -  AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS repeat_rate
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN COALESCE(orders_scan.count_orders, 0) >= 2
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        COALESCE(orders_scan.count_orders, 0) >= 2
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE PRECISION)
--   +  ) AS repeat_rate
-- snowflake:
--   -  AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS repeat_rate
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN COALESCE(orders_scan.count_orders, 0) >= 2
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        COALESCE(orders_scan.count_orders, 0) >= 2
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE)
--   +  ) AS repeat_rate

-- it follows the context
--   repeat_rate by month
WITH orders_scan /* count_orders */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.customer_id AS customer,
    COUNT(*) AS count_orders
  FROM orders
  GROUP BY
    1,
    2
), values_per_customer /* share_per_customer */ AS (
  SELECT
    orders_scan.month AS month,
    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
  FROM orders_scan
  WHERE
    NOT orders_scan.customer IS NULL
  GROUP BY
    1
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    orders_scan.month AS month
  FROM orders_scan
  WHERE
    orders_scan.month IS NULL
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
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
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
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.share_per_customer) AS share_per_customer
  FROM (
    SELECT
      values_per_customer.month AS month,
      values_per_customer.share_per_customer AS share_per_customer
    FROM values_per_customer
    UNION ALL
    SELECT
      orders_groups_scan.month AS month,
      NULL AS share_per_customer
    FROM orders_groups_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS share_per_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.share_per_customer AS repeat_rate
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(orders_scan.count_orders, 0) >= 2
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(orders_scan.count_orders, 0) >= 2
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS share_per_customer
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' MONTH
--   -        )
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS share_per_customer
--   +      CAST(NULL AS DECIMAL) AS share_per_customer
--   -      NULL AS share_per_customer
--   +      CAST(NULL AS DECIMAL) AS share_per_customer
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH orders_scan /* count_orders */ AS (
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
--   +), orders_scan /* count_orders */ AS (
--   -    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(orders_scan.count_orders, 0) >= 2
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(orders_scan.count_orders, 0) >= 2
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS share_per_customer
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS month
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                  AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -      NULL AS share_per_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_per_customer
--   -      NULL AS share_per_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_per_customer

-- by a group of the key
--   repeat_rate by customers.region
WITH orders_scan /* count_orders */ AS (
  SELECT
    customer.region AS region,
    orders.customer_id AS customer,
    COUNT(*) AS count_orders
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  GROUP BY
    1,
    2
), values_per_customer /* share_per_customer */ AS (
  SELECT
    orders_scan.region AS region,
    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
  FROM orders_scan
  WHERE
    NOT orders_scan.customer IS NULL
  GROUP BY
    1
)
SELECT
  values_per_customer.region AS region,
  values_per_customer.share_per_customer AS repeat_rate
FROM values_per_customer
ORDER BY
  values_per_customer.region NULLS LAST;
-- postgres:
--   -    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(orders_scan.count_orders, 0) >= 2
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(orders_scan.count_orders, 0) >= 2
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS share_per_customer
--   -  values_per_customer.region NULLS LAST
--   +  values_per_customer.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(orders_scan.count_orders, 0) >= 2
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(orders_scan.count_orders, 0) >= 2
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS share_per_customer

-- by a group that cuts through the keys
--   repeat_rate by orders.store
WITH orders_scan /* count_orders */ AS (
  SELECT
    orders.store AS store,
    orders.customer_id AS customer,
    COUNT(*) AS count_orders
  FROM orders
  GROUP BY
    1,
    2
), values_per_customer /* share_per_customer */ AS (
  SELECT
    orders_scan.store AS store,
    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
  FROM orders_scan
  WHERE
    NOT orders_scan.customer IS NULL
  GROUP BY
    1
)
SELECT
  values_per_customer.store AS store,
  values_per_customer.share_per_customer AS repeat_rate
FROM values_per_customer
ORDER BY
  values_per_customer.store NULLS LAST;
-- postgres:
--   -    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(orders_scan.count_orders, 0) >= 2
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(orders_scan.count_orders, 0) >= 2
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS share_per_customer
--   -  values_per_customer.store NULLS LAST
--   +  values_per_customer.store COLLATE "C" ASC
-- snowflake:
--   -    AVG(CAST(COALESCE(orders_scan.count_orders, 0) >= 2 AS INT)) AS share_per_customer
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(orders_scan.count_orders, 0) >= 2
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(orders_scan.count_orders, 0) >= 2
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS share_per_customer

-- per an entity's name: each of its rows, also those without a child row
--   avg(revenue per customers) as mean, count(revenue per customers) as n, sum(revenue per customers) as s
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.customer_id AS customers,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.customers,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      orders_scan.customers AS customers,
      orders_scan.sum_amount AS sum_amount,
      NULL AS is_member
    FROM orders_scan
    UNION ALL
    SELECT
      customers.customer_id AS customers,
      NULL AS sum_amount,
      1 AS is_member
    FROM customers
  ) AS stacked
  GROUP BY
    1
)
SELECT
  AVG(COALESCE(rows_per_key.sum_amount, 0)) AS mean,
  COUNT(COALESCE(rows_per_key.sum_amount, 0)) AS n,
  COALESCE(SUM(COALESCE(rows_per_key.sum_amount, 0)), 0) AS s
FROM rows_per_key
WHERE
  NOT rows_per_key.customers IS NULL AND rows_per_key.is_member = 1;
-- postgres:
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -  AVG(COALESCE(rows_per_key.sum_amount, 0)) AS mean,
--   +  AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) AS DOUBLE PRECISION)) AS mean,
-- snowflake:
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -  AVG(COALESCE(rows_per_key.sum_amount, 0)) AS mean,
--   +  AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) AS DOUBLE)) AS mean,

-- whatever its time, in each period
--   avg(revenue per customers) as mean, share(orders > 0 per customers) as active by month
WITH orders_scan /* sum_amount, count_orders */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.customer_id AS customers,
    SUM(orders.amount) AS sum_amount,
    COUNT(*) AS count_orders
  FROM orders
  GROUP BY
    1,
    2
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
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
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
  ) AS series
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.customers,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.count_orders) AS count_orders,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.customers AS customers,
      orders_scan.sum_amount AS sum_amount,
      orders_scan.count_orders AS count_orders,
      NULL AS is_member
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      customers.customer_id AS customers,
      NULL AS sum_amount,
      NULL AS count_orders,
      1 AS is_member
    FROM customers
    CROSS JOIN months
    UNION ALL
    SELECT
      NULL AS month,
      customers.customer_id AS customers,
      NULL AS sum_amount,
      NULL AS count_orders,
      1 AS is_member
    FROM customers
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_customers /* avg_per_customers, share_per_customers */ AS (
  SELECT
    rows_per_key.month AS month,
    AVG(COALESCE(rows_per_key.sum_amount, 0)) AS avg_per_customers,
    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) > 0 AS INT)) AS share_per_customers
  FROM rows_per_key
  WHERE
    NOT rows_per_key.customers IS NULL AND rows_per_key.is_member = 1
  GROUP BY
    1
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    orders_scan.month AS month
  FROM orders_scan
  WHERE
    orders_scan.month IS NULL
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.avg_per_customers) AS avg_per_customers,
    MAX(stacked.share_per_customers) AS share_per_customers
  FROM (
    SELECT
      values_per_customers.month AS month,
      values_per_customers.avg_per_customers AS avg_per_customers,
      values_per_customers.share_per_customers AS share_per_customers,
      CASE WHEN NOT values_per_customers.month IS NULL THEN 1 END AS is_shown
    FROM values_per_customers
    UNION ALL
    SELECT
      orders_groups_scan.month AS month,
      NULL AS avg_per_customers,
      NULL AS share_per_customers,
      1 AS is_shown
    FROM orders_groups_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS avg_per_customers,
      NULL AS share_per_customers,
      1 AS is_shown
    FROM months
  ) AS stacked
  GROUP BY
    1
  HAVING
    MAX(stacked.is_shown) = 1
)
SELECT
  answer.month AS month,
  answer.avg_per_customers AS mean,
  answer.share_per_customers AS active
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' MONTH
--   -        )
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS sum_amount,
--   -      NULL AS count_orders,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS count_orders,
--   -      NULL AS month,
--   +      CAST(NULL AS DATE) AS month,
--   -      NULL AS sum_amount,
--   -      NULL AS count_orders,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS count_orders,
--   -    AVG(COALESCE(rows_per_key.sum_amount, 0)) AS avg_per_customers,
--   -    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) > 0 AS INT)) AS share_per_customers
--   +    AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) AS DOUBLE PRECISION)) AS avg_per_customers,
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(rows_per_key.count_orders, 0) > 0
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(rows_per_key.count_orders, 0) > 0
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS share_per_customers
--   -      NULL AS avg_per_customers,
--   -      NULL AS share_per_customers,
--   +      CAST(NULL AS DECIMAL) AS avg_per_customers,
--   +      CAST(NULL AS DECIMAL) AS share_per_customers,
--   -      NULL AS avg_per_customers,
--   -      NULL AS share_per_customers,
--   +      CAST(NULL AS DECIMAL) AS avg_per_customers,
--   +      CAST(NULL AS DECIMAL) AS share_per_customers,
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH orders_scan /* sum_amount, count_orders */ AS (
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
--   +), orders_scan /* sum_amount, count_orders */ AS (
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS month
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                  AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   -              last_period
--   +              first_period
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )) AS BIGINT)
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS sum_amount,
--   -      NULL AS count_orders,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders,
--   -      NULL AS month,
--   +      CAST(NULL AS DATE) AS month,
--   -      NULL AS sum_amount,
--   -      NULL AS count_orders,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders,
--   -    AVG(COALESCE(rows_per_key.sum_amount, 0)) AS avg_per_customers,
--   -    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) > 0 AS INT)) AS share_per_customers
--   +    AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) AS DOUBLE)) AS avg_per_customers,
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(rows_per_key.count_orders, 0) > 0
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(rows_per_key.count_orders, 0) > 0
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS share_per_customers
--   -      NULL AS avg_per_customers,
--   -      NULL AS share_per_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_per_customers,
--   -      NULL AS avg_per_customers,
--   -      NULL AS share_per_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_per_customers,

-- by a field of that entity
--   avg(revenue per customers) as mean by customers.region
WITH orders_scan /* sum_amount */ AS (
  SELECT
    customer.region AS region,
    orders.customer_id AS customers,
    SUM(orders.amount) AS sum_amount
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.region,
    stacked.customers,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.customers AS customers,
      orders_scan.sum_amount AS sum_amount,
      NULL AS is_member
    FROM orders_scan
    UNION ALL
    SELECT
      customers.region AS region,
      customers.customer_id AS customers,
      NULL AS sum_amount,
      1 AS is_member
    FROM customers
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_customers /* avg_per_customers */ AS (
  SELECT
    rows_per_key.region AS region,
    AVG(COALESCE(rows_per_key.sum_amount, 0)) AS avg_per_customers
  FROM rows_per_key
  WHERE
    NOT rows_per_key.customers IS NULL AND rows_per_key.is_member = 1
  GROUP BY
    1
)
SELECT
  values_per_customers.region AS region,
  values_per_customers.avg_per_customers AS mean
FROM values_per_customers
ORDER BY
  values_per_customers.region NULLS LAST;
-- postgres:
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -    AVG(COALESCE(rows_per_key.sum_amount, 0)) AS avg_per_customers
--   +    AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) AS DOUBLE PRECISION)) AS avg_per_customers
--   -  values_per_customers.region NULLS LAST
--   +  values_per_customers.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -    AVG(COALESCE(rows_per_key.sum_amount, 0)) AS avg_per_customers
--   +    AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) AS DOUBLE)) AS avg_per_customers

-- under the question's filter
--   avg(revenue per orders.customer) as buyers where orders.store = 'a'
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.customer_id AS customer,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.store = 'a'
  GROUP BY
    1
)
SELECT
  AVG(COALESCE(orders_scan.sum_amount, 0)) AS buyers
FROM orders_scan
WHERE
  NOT orders_scan.customer IS NULL;
-- postgres:
--   -  AVG(COALESCE(orders_scan.sum_amount, 0)) AS buyers
--   +  AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE PRECISION)) AS buyers
-- snowflake:
--   -  AVG(COALESCE(orders_scan.sum_amount, 0)) AS buyers
--   +  AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE)) AS buyers

-- two keys at once
--   count(revenue per orders.customer, orders.store) as n, avg(revenue per orders.customer, orders.store) as mean
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.customer_id AS customer,
    orders.store AS store,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1,
    2
)
SELECT
  COUNT(COALESCE(orders_scan.sum_amount, 0)) AS n,
  AVG(COALESCE(orders_scan.sum_amount, 0)) AS mean
FROM orders_scan
WHERE
  NOT orders_scan.customer IS NULL AND NOT orders_scan.store IS NULL;
-- postgres:
--   -  AVG(COALESCE(orders_scan.sum_amount, 0)) AS mean
--   +  AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE PRECISION)) AS mean
-- snowflake:
--   -  AVG(COALESCE(orders_scan.sum_amount, 0)) AS mean
--   +  AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE)) AS mean

-- a formula over two entities for each key
--   avg(margin per customers) as mean, sum(revenue - cost per customers) as s
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.customer_id AS customers,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), costs_scan /* sum_cost */ AS (
  SELECT
    costs.customer_id AS customers,
    SUM(costs.cost) AS sum_cost
  FROM costs
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.customers,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.sum_cost) AS sum_cost,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      orders_scan.customers AS customers,
      orders_scan.sum_amount AS sum_amount,
      NULL AS sum_cost,
      NULL AS is_member
    FROM orders_scan
    UNION ALL
    SELECT
      costs_scan.customers AS customers,
      NULL AS sum_amount,
      costs_scan.sum_cost AS sum_cost,
      NULL AS is_member
    FROM costs_scan
    UNION ALL
    SELECT
      customers.customer_id AS customers,
      NULL AS sum_amount,
      NULL AS sum_cost,
      1 AS is_member
    FROM customers
  ) AS stacked
  GROUP BY
    1
)
SELECT
  AVG(
    (
      COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.sum_cost, 0)
    ) / NULLIF(COALESCE(rows_per_key.sum_amount, 0), 0)
  ) AS mean,
  COALESCE(SUM(COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.sum_cost, 0)), 0) AS s
FROM rows_per_key
WHERE
  NOT rows_per_key.customers IS NULL AND rows_per_key.is_member = 1;
-- postgres:
--   -      NULL AS sum_cost,
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS sum_cost,
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS sum_amount,
--   -      NULL AS sum_cost,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_cost,
--   -    (
--   +    CAST(CAST((
--   -    ) / NULLIF(COALESCE(rows_per_key.sum_amount, 0), 0)
--   +    ) AS DOUBLE PRECISION) / NULLIF(COALESCE(rows_per_key.sum_amount, 0), 0) AS DOUBLE PRECISION)
-- snowflake:
--   -      NULL AS sum_cost,
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_cost,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS sum_amount,
--   -      NULL AS sum_cost,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_cost,
--   -    (
--   +    CAST(CAST((
--   -    ) / NULLIF(COALESCE(rows_per_key.sum_amount, 0), 0)
--   +    ) AS DOUBLE) / NULLIF(COALESCE(rows_per_key.sum_amount, 0), 0) AS DOUBLE)

-- the days of a period without rows count as 0
--   avg(count(orders) per day) as n by month
WITH orders_groups_scan /* which groups have rows */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month
  FROM orders
  WHERE
    orders.ordered_on IS NULL
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('month', MIN(orders.ordered_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('month', MAX(orders.ordered_on)) AS DATE) AS last_period
    FROM orders
  ) AS extents
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
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
  ) AS series
), orders_by_day /* count_orders of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    COUNT(*) AS count_orders
  FROM orders
  GROUP BY
    1
), extent_2 /* from the first to the last of these */ AS (
  SELECT
    MIN(starts) AS first_period,
    MAX(ends) AS last_period
  FROM months
), days /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          CAST((
            SELECT
              first_period
            FROM extent_2
          ) - INTERVAL '1' DAY AS DATE),
          CAST((
            SELECT
              last_period
            FROM extent_2
          ) + INTERVAL '1' DAY AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= months.starts AND series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-06' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.month,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), orders_scan /* count_orders */ AS (
  SELECT
    days_seen.month AS month,
    days_seen.day AS day,
    SUM(orders_by_day.count_orders) AS count_orders
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.day AS day,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      days.month AS month,
      days.day AS day,
      NULL AS count_orders
    FROM days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* avg_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
  FROM rows_per_key
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.avg_per_day) AS avg_per_day
  FROM (
    SELECT
      orders_groups_scan.month AS month,
      NULL AS avg_per_day
    FROM orders_groups_scan
    UNION ALL
    SELECT
      values_per_day.month AS month,
      values_per_day.avg_per_day AS avg_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS avg_per_day
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.avg_per_day AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month
--   -      CAST(DATE_TRUNC('month', MIN(orders.ordered_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('month', MAX(orders.ordered_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('month', CAST(MIN(orders.ordered_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('month', CAST(MAX(orders.ordered_on) AS TIMESTAMP)) AS DATE) AS last_period
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' MONTH
--   -        )
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   -            SELECT
--   -              first_period
--   -            FROM extent_2
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   -            SELECT
--   -              last_period
--   -            FROM extent_2
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ) - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent_2
--   +      ) + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
--   -    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL) AS avg_per_day
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH orders_groups_scan /* which groups have rows */ AS (
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
--   +), orders_groups_scan /* which groups have rows */ AS (
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS month
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                  AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )) AS BIGINT)
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   +      DATEADD(DAY, numbers.n, DATEADD(DAY, -1, (
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ))) AS atom
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  DATEADD(DAY, -1, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent_2
--   +                  )),
--   +                  DATEADD(DAY, 1, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent_2
--   +                  ))
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                DATEADD(DAY, -1, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent_2
--   +                )),
--   +                DATEADD(DAY, 1, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent_2
--   +                ))
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              DATEADD(DAY, -1, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent_2
--   +              )),
--   +              DATEADD(DAY, 1, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent_2
--   +              ))
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            DATEADD(DAY, -1, (
--   +              SELECT
--   +                first_period
--   +              FROM extent_2
--   +            )),
--   +            DATEADD(DAY, 1, (
--   +              SELECT
--   +                last_period
--   +              FROM extent_2
--   +            ))
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   +          DATEADD(DAY, -1, (
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   +          )),
--   +          DATEADD(DAY, 1, (
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   +          ))
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-06' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders
--   -    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day

-- the busiest day, and how many days had an order
--   max(count(orders) per day) as most, share(count(orders) > 0 per day) as open_days for 2025-01
WITH orders_by_day /* count_orders of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    COUNT(*) AS count_orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
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
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-01-01' AS DATE)
    AND series.atom < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-06' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), orders_scan /* count_orders */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.count_orders) AS count_orders
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_orders
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  MAX(COALESCE(rows_per_key.count_orders, 0)) AS most,
  AVG(CAST(COALESCE(rows_per_key.count_orders, 0) > 0 AS INT)) AS open_days
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
--   -  AVG(CAST(COALESCE(rows_per_key.count_orders, 0) > 0 AS INT)) AS open_days
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN COALESCE(rows_per_key.count_orders, 0) > 0
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        COALESCE(rows_per_key.count_orders, 0) > 0
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE PRECISION)
--   +  ) AS open_days
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 34))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-01-01' AS DATE)
--   -    AND series.atom < CAST('2025-02-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-06' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders
--   -  AVG(CAST(COALESCE(rows_per_key.count_orders, 0) > 0 AS INT)) AS open_days
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN COALESCE(rows_per_key.count_orders, 0) > 0
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        COALESCE(rows_per_key.count_orders, 0) > 0
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE)
--   +  ) AS open_days

-- days of a range that is still to come have not begun
--   count(count(orders) per day) as days, sum(count(orders) per day) as n for 2025-03
WITH orders_by_day /* count_orders of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    COUNT(*) AS count_orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-02-28' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-03-01' AS DATE)
    AND series.atom < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-06' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), orders_scan /* count_orders */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.count_orders) AS count_orders
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_orders
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COUNT(COALESCE(rows_per_key.count_orders, 0)) AS days,
  COALESCE(SUM(COALESCE(rows_per_key.count_orders, 0)), 0) AS n
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-28' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-28' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-28' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-28', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 34))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-03-01' AS DATE)
--   -    AND series.atom < CAST('2025-04-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-06' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders

-- by week inside a month, weeks cut at the month's ends
--   count(orders per week) as weeks, max(orders per week) as most for 2025-02
WITH orders_by_day /* count_orders of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    COUNT(*) AS count_orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-02-01' AS DATE)
    AND series.atom < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-06' AS DATE)
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
    ON days_with_rows.seen >= weeks.starts AND days_with_rows.seen < weeks.ends
), orders_scan /* count_orders */ AS (
  SELECT
    days_seen.week AS week,
    SUM(orders_by_day.count_orders) AS count_orders
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS count_orders
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COUNT(COALESCE(rows_per_key.count_orders, 0)) AS weeks,
  MAX(COALESCE(rows_per_key.count_orders, 0)) AS most
FROM rows_per_key;
-- postgres:
--   -    CAST(DATE_TRUNC('week', series.atom) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(series.atom AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('week', series.atom) AS DATE) AS week,
--   +    CAST(DATEADD(DAY, 1 - DAYOFWEEKISO(series.atom), series.atom) AS DATE) AS week,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-01-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 31))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-02-01' AS DATE)
--   -    AND series.atom < CAST('2025-03-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-06' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders

-- per day by group
--   avg(orders per day) as n by customers.region for 2025-02
WITH orders_by_day /* count_orders of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    customer.region AS region,
    COUNT(*) AS count_orders
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-02-01' AS DATE)
    AND series.atom < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-06' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), orders_scan /* count_orders */ AS (
  SELECT
    days_seen.day AS day,
    orders_by_day.region AS region,
    SUM(orders_by_day.count_orders) AS count_orders
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), groups /* the groups of the answer */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    stacked.region,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.region AS region,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      groups.region AS region,
      NULL AS count_orders
    FROM groups
    CROSS JOIN days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* avg_per_day */ AS (
  SELECT
    rows_per_key.region AS region,
    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
  FROM rows_per_key
  GROUP BY
    1
)
SELECT
  values_per_day.region AS region,
  values_per_day.avg_per_day AS n
FROM values_per_day
ORDER BY
  values_per_day.region NULLS LAST;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
--   -    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -  values_per_day.region NULLS LAST
--   +  values_per_day.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-01-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 31))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-02-01' AS DATE)
--   -    AND series.atom < CAST('2025-03-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-06' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders
--   -    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) AS DOUBLE)) AS avg_per_day

-- inside prior the days are those of the earlier period
--   avg(orders per day) as n, prior(avg(orders per day), 1 month) as before by month for 2025-02
WITH months /* every month, from `starts` to before `ends` */ AS (
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
), orders_by_day /* count_orders of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    COUNT(*) AS count_orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), days /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= months.starts AND series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-06' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.month,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), orders_scan /* count_orders */ AS (
  SELECT
    days_seen.month AS month,
    days_seen.day AS day,
    SUM(orders_by_day.count_orders) AS count_orders
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), orders_by_day_2 /* count_orders of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    COUNT(*) AS count_orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), days_2 /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-06' AS DATE)
), days_with_rows_2 AS (
  SELECT DISTINCT
    orders_by_day_2.starting_day AS seen
  FROM orders_by_day_2
), days_seen_2 /* which days each day sees */ AS (
  SELECT
    days_with_rows_2.seen,
    days_2.month,
    days_2.day
  FROM days_2
  INNER JOIN days_with_rows_2
    ON days_with_rows_2.seen >= days_2.starts AND days_with_rows_2.seen < days_2.ends
), orders_scan_2 /* count_orders */ AS (
  SELECT
    days_seen_2.month AS month,
    days_seen_2.day AS day,
    SUM(orders_by_day_2.count_orders) AS count_orders
  FROM orders_by_day_2
  INNER JOIN days_seen_2
    ON orders_by_day_2.starting_day = days_seen_2.seen
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.day AS day,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      days.month AS month,
      days.day AS day,
      NULL AS count_orders
    FROM days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* avg_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
  FROM rows_per_key
  GROUP BY
    1
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan_2.month AS month,
      orders_scan_2.day AS day,
      orders_scan_2.count_orders AS count_orders
    FROM orders_scan_2
    UNION ALL
    SELECT
      days_2.month AS month,
      days_2.day AS day,
      NULL AS count_orders
    FROM days_2
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day_2 /* prior_avg_per_day */ AS (
  SELECT
    rows_per_key_2.month AS month,
    AVG(COALESCE(rows_per_key_2.count_orders, 0)) AS prior_avg_per_day
  FROM rows_per_key_2
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.avg_per_day) AS avg_per_day,
    MAX(stacked.prior_avg_per_day) AS prior_avg_per_day
  FROM (
    SELECT
      values_per_day.month AS month,
      values_per_day.avg_per_day AS avg_per_day,
      NULL AS prior_avg_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      values_per_day_2.month AS month,
      NULL AS avg_per_day,
      values_per_day_2.prior_avg_per_day AS prior_avg_per_day
    FROM values_per_day_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS avg_per_day,
      NULL AS prior_avg_per_day
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.avg_per_day AS n,
  answer.prior_avg_per_day AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
--   -    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
--   +    ON CAST(series.atom + INTERVAL '1 MONTH' AS DATE) >= months.starts
--   +    AND CAST(series.atom + INTERVAL '1 MONTH' AS DATE) < months.ends
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
--   -    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
--   -    AVG(COALESCE(rows_per_key_2.count_orders, 0)) AS prior_avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key_2.count_orders, 0) AS DOUBLE PRECISION)) AS prior_avg_per_day
--   -      NULL AS prior_avg_per_day
--   +      CAST(NULL AS DECIMAL) AS prior_avg_per_day
--   -      NULL AS avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS avg_per_day,
--   -      NULL AS avg_per_day,
--   -      NULL AS prior_avg_per_day
--   +      CAST(NULL AS DECIMAL) AS avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS prior_avg_per_day
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-01-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 31))
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-06' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 62))
--   +    ) AS numbers
--   -    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
--   -    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
--   +    ON DATEADD(MONTH, 1, series.atom) >= months.starts
--   +    AND DATEADD(MONTH, 1, series.atom) < months.ends
--   -    MIN(series.atom) < CAST('2025-03-06' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders
--   -    AVG(COALESCE(rows_per_key.count_orders, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_orders, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders
--   -    AVG(COALESCE(rows_per_key_2.count_orders, 0)) AS prior_avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key_2.count_orders, 0) AS DOUBLE)) AS prior_avg_per_day
--   -      NULL AS prior_avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_per_day
--   -      NULL AS avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day,
--   -      NULL AS avg_per_day,
--   -      NULL AS prior_avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_per_day

-- an average of averages is said, not made
--   avg(avg(orders.amount) per orders.customer) as of_customers, avg(orders.amount) as of_orders
WITH orders_scan /* avg_amount */ AS (
  SELECT
    AVG(orders.amount) AS avg_amount
  FROM orders
), orders_scan_2 /* avg_amount */ AS (
  SELECT
    orders.customer_id AS customer,
    AVG(orders.amount) AS avg_amount
  FROM orders
  GROUP BY
    1
), values_per_customer /* avg_per_customer */ AS (
  SELECT
    AVG(orders_scan_2.avg_amount) AS avg_per_customer
  FROM orders_scan_2
  WHERE
    NOT orders_scan_2.customer IS NULL
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.avg_per_customer) AS avg_per_customer,
    MAX(stacked.avg_amount) AS avg_amount
  FROM (
    SELECT
      NULL AS avg_per_customer,
      orders_scan.avg_amount AS avg_amount
    FROM orders_scan
    UNION ALL
    SELECT
      values_per_customer.avg_per_customer AS avg_per_customer,
      NULL AS avg_amount
    FROM values_per_customer
  ) AS stacked
)
SELECT
  answer.avg_per_customer AS of_customers,
  answer.avg_amount AS of_orders
FROM answer;
-- postgres:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -    AVG(orders_scan_2.avg_amount) AS avg_per_customer
--   +    AVG(CAST(orders_scan_2.avg_amount AS DOUBLE PRECISION)) AS avg_per_customer
--   -      NULL AS avg_per_customer,
--   +      CAST(NULL AS DECIMAL) AS avg_per_customer,
--   -      NULL AS avg_amount
--   +      CAST(NULL AS DECIMAL) AS avg_amount
-- snowflake:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
--   -    AVG(orders_scan_2.avg_amount) AS avg_per_customer
--   +    AVG(CAST(orders_scan_2.avg_amount AS DOUBLE)) AS avg_per_customer
--   -      NULL AS avg_per_customer,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_customer,
--   -      NULL AS avg_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount

-- a condition inside counts only the keys that satisfy it
--   (avg(revenue per orders.customer) where orders.store = 'b') as mean, avg((revenue where orders.store = 'b') per orders.customer) as of_all
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.customer_id AS customer,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.store = 'b'
  GROUP BY
    1
), values_per_customer /* avg_per_customer */ AS (
  SELECT
    AVG(COALESCE(orders_scan.sum_amount, 0)) AS avg_per_customer
  FROM orders_scan
  WHERE
    NOT orders_scan.customer IS NULL
), orders_scan_2 /* sum_amount */ AS (
  SELECT
    orders.customer_id AS customer,
    SUM(orders.amount) FILTER(WHERE
      orders.store = 'b') AS sum_amount
  FROM orders
  GROUP BY
    1
), values_per_customer_2 /* avg_per_customer_2 */ AS (
  SELECT
    AVG(COALESCE(orders_scan_2.sum_amount, 0)) AS avg_per_customer_2
  FROM orders_scan_2
  WHERE
    NOT orders_scan_2.customer IS NULL
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.avg_per_customer) AS avg_per_customer,
    MAX(stacked.avg_per_customer_2) AS avg_per_customer_2
  FROM (
    SELECT
      values_per_customer.avg_per_customer AS avg_per_customer,
      NULL AS avg_per_customer_2
    FROM values_per_customer
    UNION ALL
    SELECT
      NULL AS avg_per_customer,
      values_per_customer_2.avg_per_customer_2 AS avg_per_customer_2
    FROM values_per_customer_2
  ) AS stacked
)
SELECT
  answer.avg_per_customer AS mean,
  answer.avg_per_customer_2 AS of_all
FROM answer;
-- postgres:
--   -    AVG(COALESCE(orders_scan.sum_amount, 0)) AS avg_per_customer
--   +    AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE PRECISION)) AS avg_per_customer
--   -    AVG(COALESCE(orders_scan_2.sum_amount, 0)) AS avg_per_customer_2
--   +    AVG(CAST(COALESCE(orders_scan_2.sum_amount, 0) AS DOUBLE PRECISION)) AS avg_per_customer_2
--   -      NULL AS avg_per_customer_2
--   +      CAST(NULL AS DECIMAL) AS avg_per_customer_2
--   -      NULL AS avg_per_customer,
--   +      CAST(NULL AS DECIMAL) AS avg_per_customer,
-- snowflake:
--   -    AVG(COALESCE(orders_scan.sum_amount, 0)) AS avg_per_customer
--   +    AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE)) AS avg_per_customer
--   -    SUM(orders.amount) FILTER(WHERE
--   -      orders.store = 'b') AS sum_amount
--   +    SUM(CASE WHEN orders.store = 'b' THEN orders.amount END) AS sum_amount
--   -    AVG(COALESCE(orders_scan_2.sum_amount, 0)) AS avg_per_customer_2
--   +    AVG(CAST(COALESCE(orders_scan_2.sum_amount, 0) AS DOUBLE)) AS avg_per_customer_2
--   -      NULL AS avg_per_customer_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_customer_2
--   -      NULL AS avg_per_customer,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_customer,

-- a trailing window inside
--   avg(trailing(revenue, 2 months) per customers) as mean, trailing(repeat_rate, 2 months) as r by month for 2025-02
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer_id AS customers,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
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
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    orders_by_month.customers AS customers,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.customers,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.customers AS customers,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS is_member
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      customers.customer_id AS customers,
      NULL AS trailing_sum_amount,
      1 AS is_member
    FROM customers
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_customers /* avg_per_customers */ AS (
  SELECT
    rows_per_key.month AS month,
    AVG(COALESCE(rows_per_key.trailing_sum_amount, 0)) AS avg_per_customers
  FROM rows_per_key
  WHERE
    NOT rows_per_key.customers IS NULL AND rows_per_key.is_member = 1
  GROUP BY
    1
), orders_by_month_2 /* trailing_count_orders of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer_id AS customer,
    COUNT(*) AS trailing_count_orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), months_with_rows_2 AS (
  SELECT DISTINCT
    orders_by_month_2.starting_month AS seen
  FROM orders_by_month_2
), months_seen_2 /* which months each month sees */ AS (
  SELECT
    months_with_rows_2.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows_2
    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows_2.seen < months.ends
), orders_scan_2 /* trailing_count_orders */ AS (
  SELECT
    months_seen_2.month AS month,
    orders_by_month_2.customer AS customer,
    SUM(orders_by_month_2.trailing_count_orders) AS trailing_count_orders
  FROM orders_by_month_2
  INNER JOIN months_seen_2
    ON orders_by_month_2.starting_month = months_seen_2.seen
  GROUP BY
    1,
    2
), values_per_customer /* trailing_share_per_customer */ AS (
  SELECT
    orders_scan_2.month AS month,
    AVG(CAST(COALESCE(orders_scan_2.trailing_count_orders, 0) >= 2 AS INT)) AS trailing_share_per_customer
  FROM orders_scan_2
  WHERE
    NOT orders_scan_2.customer IS NULL
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.avg_per_customers) AS avg_per_customers,
    MAX(stacked.trailing_share_per_customer) AS trailing_share_per_customer
  FROM (
    SELECT
      values_per_customers.month AS month,
      values_per_customers.avg_per_customers AS avg_per_customers,
      NULL AS trailing_share_per_customer
    FROM values_per_customers
    UNION ALL
    SELECT
      values_per_customer.month AS month,
      NULL AS avg_per_customers,
      values_per_customer.trailing_share_per_customer AS trailing_share_per_customer
    FROM values_per_customer
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS avg_per_customers,
      NULL AS trailing_share_per_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.avg_per_customers AS mean,
  answer.trailing_share_per_customer AS r
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
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
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -    AVG(COALESCE(rows_per_key.trailing_sum_amount, 0)) AS avg_per_customers
--   +    AVG(CAST(COALESCE(rows_per_key.trailing_sum_amount, 0) AS DOUBLE PRECISION)) AS avg_per_customers
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -    AVG(CAST(COALESCE(orders_scan_2.trailing_count_orders, 0) >= 2 AS INT)) AS trailing_share_per_customer
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(orders_scan_2.trailing_count_orders, 0) >= 2
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(orders_scan_2.trailing_count_orders, 0) >= 2
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS trailing_share_per_customer
--   -      NULL AS trailing_share_per_customer
--   +      CAST(NULL AS DECIMAL) AS trailing_share_per_customer
--   -      NULL AS avg_per_customers,
--   +      CAST(NULL AS DECIMAL) AS avg_per_customers,
--   -      NULL AS avg_per_customers,
--   -      NULL AS trailing_share_per_customer
--   +      CAST(NULL AS DECIMAL) AS avg_per_customers,
--   +      CAST(NULL AS DECIMAL) AS trailing_share_per_customer
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
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
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   -    AVG(COALESCE(rows_per_key.trailing_sum_amount, 0)) AS avg_per_customers
--   +    AVG(CAST(COALESCE(rows_per_key.trailing_sum_amount, 0) AS DOUBLE)) AS avg_per_customers
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows_2.seen >= DATEADD(MONTH, -2, months.ends)
--   -    AVG(CAST(COALESCE(orders_scan_2.trailing_count_orders, 0) >= 2 AS INT)) AS trailing_share_per_customer
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(orders_scan_2.trailing_count_orders, 0) >= 2
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(orders_scan_2.trailing_count_orders, 0) >= 2
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS trailing_share_per_customer
--   -      NULL AS trailing_share_per_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_share_per_customer
--   -      NULL AS avg_per_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_customers,
--   -      NULL AS avg_per_customers,
--   -      NULL AS trailing_share_per_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_share_per_customer

-- nested twice
--   avg(max(orders per day) per orders.customer) as busiest for 2025-01-01 to 2025-03-05
WITH orders_by_day /* count_orders of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    orders.customer_id AS customer,
    COUNT(*) AS count_orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-06' AS DATE)
  GROUP BY
    1,
    2
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-07' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-01-01' AS DATE)
    AND series.atom < CAST('2025-03-06' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-06' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), orders_scan /* count_orders */ AS (
  SELECT
    days_seen.day AS day,
    orders_by_day.customer AS customer,
    SUM(orders_by_day.count_orders) AS count_orders
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), groups /* the groups of the answer */ AS (
  SELECT DISTINCT
    customer
  FROM orders_scan
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    stacked.customer,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.customer AS customer,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      groups.customer AS customer,
      NULL AS count_orders
    FROM groups
    CROSS JOIN days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* max_per_day */ AS (
  SELECT
    rows_per_key.customer AS customer,
    MAX(COALESCE(rows_per_key.count_orders, 0)) AS max_per_day
  FROM rows_per_key
  GROUP BY
    1
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.customer,
    MAX(stacked.max_per_day) AS max_per_day,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      values_per_day.customer AS customer,
      values_per_day.max_per_day AS max_per_day,
      NULL AS is_member
    FROM values_per_day
    UNION ALL
    SELECT DISTINCT
      customer AS customer,
      NULL AS max_per_day,
      1 AS is_member
    FROM orders_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  AVG(rows_per_key_2.max_per_day) AS busiest
FROM rows_per_key_2
WHERE
  NOT rows_per_key_2.customer IS NULL AND rows_per_key_2.is_member = 1;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-07' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-07' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS max_per_day,
--   +      CAST(NULL AS DECIMAL) AS max_per_day,
--   -  AVG(rows_per_key_2.max_per_day) AS busiest
--   +  AVG(CAST(rows_per_key_2.max_per_day AS DOUBLE PRECISION)) AS busiest
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-06' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-07' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 67))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-01-01' AS DATE)
--   -    AND series.atom < CAST('2025-03-06' AS DATE)
--   +    series.atom >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-06' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-06', 'YYYY-MM-DD')
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS max_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_per_day,
--   -  AVG(rows_per_key_2.max_per_day) AS busiest
--   +  AVG(CAST(rows_per_key_2.max_per_day AS DOUBLE)) AS busiest
