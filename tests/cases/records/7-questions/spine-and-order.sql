-- every period for every group, counts and sums 0 and the rest null
--   revenue, orders, mean by month, orders.region for 2025-01 to 2025-03
WITH orders_scan /* revenue, orders, mean */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.region AS region,
    SUM(orders.amount) AS revenue,
    COUNT(*) AS orders,
    AVG(orders.amount) AS mean
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.orders) AS orders,
    MAX(stacked.mean) AS mean
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      orders_scan.orders AS orders,
      orders_scan.mean AS mean
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS revenue,
      NULL AS orders,
      NULL AS mean
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
  COALESCE(answer.orders, 0) AS orders,
  answer.mean AS mean
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    AVG(orders.amount) AS mean
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS revenue,
--   -      NULL AS orders,
--   -      NULL AS mean
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS orders,
--   +      CAST(NULL AS DECIMAL) AS mean
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS mean
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS mean
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
--   -      NULL AS revenue,
--   -      NULL AS orders,
--   -      NULL AS mean
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS orders,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mean

-- a range before any row has its periods but no group
--   revenue by month, orders.region for 2024-01 to 2024-02
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-01' AS DATE)
    AND orders.ordered_on < CAST('2024-03-01' AS DATE)
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.revenue) AS revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS revenue
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
  COALESCE(answer.revenue, 0) AS revenue
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2024-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2024-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL) AS revenue
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2024-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2024-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2024-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue

-- without groups it has its periods
--   revenue, mean by month for 2024-01 to 2024-02
WITH orders_scan /* revenue, mean */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS revenue,
    AVG(orders.amount) AS mean
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-01' AS DATE)
    AND orders.ordered_on < CAST('2024-03-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.mean) AS mean
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      orders_scan.mean AS mean
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS mean
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  answer.mean AS mean
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    AVG(orders.amount) AS mean
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2024-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2024-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS revenue,
--   -      NULL AS mean
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS mean
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    AVG(orders.amount) AS mean
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS mean
--   -    orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2024-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2024-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2024-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS revenue,
--   -      NULL AS mean
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mean

-- rows without a time are a null period, only of their own groups
--   revenue by month, orders.region
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
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
    stacked.region,
    MAX(stacked.revenue) AS revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS revenue
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
  COALESCE(answer.revenue, 0) AS revenue
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
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
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL) AS revenue
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -WITH orders_scan /* revenue */ AS (
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
--   +), orders_scan /* revenue */ AS (
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
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue

-- the filter decides where the periods begin and end
--   revenue by month where orders.region is null
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.region IS NULL
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
    MAX(stacked.revenue) AS revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue
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
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL) AS revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH orders_scan /* revenue */ AS (
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
--   +), orders_scan /* revenue */ AS (
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
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue

-- groups as asked, time where it was asked, first in the order
--   orders by orders.seller, month for 2025-03
WITH orders_scan /* orders */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.seller AS seller,
    COUNT(*) AS orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    seller
  FROM orders_scan
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.seller,
    MAX(stacked.orders) AS orders
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.seller AS seller,
      orders_scan.orders AS orders
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.seller AS seller,
      NULL AS orders
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.seller AS seller,
  answer.month AS month,
  COALESCE(answer.orders, 0) AS orders
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.seller NULLS LAST;
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
--   -      NULL AS orders
--   +      CAST(NULL AS DECIMAL) AS orders
--   -  answer.month NULLS LAST,
--   -  answer.seller NULLS LAST
--   +  answer.month ASC,
--   +  answer.seller COLLATE "C" ASC
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
--   -      NULL AS orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS orders

-- order by a metric, downwards, nulls last
--   mean by orders.seller order by mean desc
SELECT
  orders.seller AS seller,
  AVG(orders.amount) AS mean
FROM orders
GROUP BY
  1
ORDER BY
  AVG(orders.amount) DESC NULLS LAST,
  orders.seller NULLS LAST;
-- postgres:
--   -  AVG(orders.amount) AS mean
--   +  AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean
--   -  AVG(orders.amount) DESC NULLS LAST,
--   -  orders.seller NULLS LAST
--   +  AVG(CAST(orders.amount AS DOUBLE PRECISION)) DESC NULLS LAST,
--   +  orders.seller COLLATE "C" ASC
-- snowflake:
--   -  AVG(orders.amount) AS mean
--   +  AVG(CAST(orders.amount AS DOUBLE)) AS mean
--   -  AVG(orders.amount) DESC NULLS LAST,
--   +  AVG(CAST(orders.amount AS DOUBLE)) DESC NULLS LAST,

-- upwards, nulls still last
--   mean by orders.seller order by mean
SELECT
  orders.seller AS seller,
  AVG(orders.amount) AS mean
FROM orders
GROUP BY
  1
ORDER BY
  AVG(orders.amount) NULLS LAST,
  orders.seller NULLS LAST;
-- postgres:
--   -  AVG(orders.amount) AS mean
--   +  AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean
--   -  AVG(orders.amount) NULLS LAST,
--   -  orders.seller NULLS LAST
--   +  AVG(CAST(orders.amount AS DOUBLE PRECISION)) ASC,
--   +  orders.seller COLLATE "C" ASC
-- snowflake:
--   -  AVG(orders.amount) AS mean
--   +  AVG(CAST(orders.amount AS DOUBLE)) AS mean
--   -  AVG(orders.amount) NULLS LAST,
--   +  AVG(CAST(orders.amount AS DOUBLE)) NULLS LAST,

-- ties fall back on the default order
--   orders by orders.seller order by orders desc
SELECT
  orders.seller AS seller,
  COUNT(*) AS orders
FROM orders
GROUP BY
  1
ORDER BY
  COUNT(*) DESC NULLS LAST,
  orders.seller NULLS LAST;
-- postgres:
--   -  orders.seller NULLS LAST
--   +  orders.seller COLLATE "C" ASC

-- order by what is not shown, then by a group downwards
--   revenue by orders.seller order by orders desc, orders.seller desc
SELECT
  orders.seller AS seller,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
GROUP BY
  1
ORDER BY
  COUNT(*) DESC NULLS LAST,
  orders.seller DESC NULLS LAST,
  orders.seller NULLS LAST;
-- postgres:
--   -  orders.seller DESC NULLS LAST,
--   -  orders.seller NULLS LAST
--   +  orders.seller COLLATE "C" DESC NULLS LAST,
--   +  orders.seller COLLATE "C" ASC

-- having by an alias and by what is not shown
--   revenue as r by orders.seller having r >= 40 and mean < 40
SELECT
  orders.seller AS seller,
  COALESCE(SUM(orders.amount), 0) AS r
FROM orders
GROUP BY
  1
HAVING
  COALESCE(SUM(orders.amount), 0) >= 40 AND AVG(orders.amount) < 40
ORDER BY
  orders.seller NULLS LAST;
-- postgres:
--   -  COALESCE(SUM(orders.amount), 0) >= 40 AND AVG(orders.amount) < 40
--   +  COALESCE(SUM(orders.amount), 0) >= 40
--   +  AND AVG(CAST(orders.amount AS DOUBLE PRECISION)) < 40
--   -  orders.seller NULLS LAST
--   +  orders.seller COLLATE "C" ASC
-- snowflake:
--   -  COALESCE(SUM(orders.amount), 0) >= 40 AND AVG(orders.amount) < 40
--   +  COALESCE(SUM(orders.amount), 0) >= 40 AND AVG(CAST(orders.amount AS DOUBLE)) < 40

-- having that is null is not satisfied
--   orders by orders.seller having mean > 0 or mean <= 0
SELECT
  orders.seller AS seller,
  COUNT(*) AS orders
FROM orders
GROUP BY
  1
HAVING
  AVG(orders.amount) > 0 OR AVG(orders.amount) <= 0
ORDER BY
  orders.seller NULLS LAST;
-- postgres:
--   -  AVG(orders.amount) > 0 OR AVG(orders.amount) <= 0
--   +  AVG(CAST(orders.amount AS DOUBLE PRECISION)) > 0
--   +  OR AVG(CAST(orders.amount AS DOUBLE PRECISION)) <= 0
--   -  orders.seller NULLS LAST
--   +  orders.seller COLLATE "C" ASC
-- snowflake:
--   -  AVG(orders.amount) > 0 OR AVG(orders.amount) <= 0
--   +  AVG(CAST(orders.amount AS DOUBLE)) > 0 OR AVG(CAST(orders.amount AS DOUBLE)) <= 0

-- a limit after the order
--   revenue by orders.seller order by revenue desc limit 2
SELECT
  orders.seller AS seller,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
GROUP BY
  1
ORDER BY
  COALESCE(SUM(orders.amount), 0) DESC NULLS LAST,
  orders.seller NULLS LAST
LIMIT 2;
-- postgres:
--   -  orders.seller NULLS LAST
--   +  orders.seller COLLATE "C" ASC

-- a later column may use an alias
--   revenue as r, orders as n, r / n as each by orders.region
SELECT
  orders.region AS region,
  COALESCE(SUM(orders.amount), 0) AS r,
  COUNT(*) AS n,
  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS each
FROM orders
GROUP BY
  1
ORDER BY
  orders.region NULLS LAST;
-- postgres:
--   -  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS each
--   +  CAST(COALESCE(SUM(orders.amount), 0) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS each
--   -  orders.region NULLS LAST
--   +  orders.region COLLATE "C" ASC
-- snowflake:
--   -  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS each
--   +  CAST(COALESCE(SUM(orders.amount), 0) AS DOUBLE) / NULLIF(COUNT(*), 0) AS each

-- a metric by its label in another language
--   売上 by orders.region
SELECT
  orders.region AS region,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
GROUP BY
  1
ORDER BY
  orders.region NULLS LAST;
-- postgres:
--   -  orders.region NULLS LAST
--   +  orders.region COLLATE "C" ASC

-- by a synonym, and by a label of several words
--   turnover, `Mean order value`, `net sales` / orders as each by orders.region where orders.region = 'south'
SELECT
  orders.region AS region,
  COALESCE(SUM(orders.amount), 0) AS revenue,
  AVG(orders.amount) AS mean,
  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS each
FROM orders
WHERE
  orders.region = 'south'
GROUP BY
  1
ORDER BY
  orders.region NULLS LAST;
-- postgres:
--   -  AVG(orders.amount) AS mean,
--   -  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS each
--   +  AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean,
--   +  CAST(COALESCE(SUM(orders.amount), 0) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS each
--   -  orders.region NULLS LAST
--   +  orders.region COLLATE "C" ASC
-- snowflake:
--   -  AVG(orders.amount) AS mean,
--   -  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS each
--   +  AVG(CAST(orders.amount AS DOUBLE)) AS mean,
--   +  CAST(COALESCE(SUM(orders.amount), 0) AS DOUBLE) / NULLIF(COUNT(*), 0) AS each

-- columns without an alias are named as they are written
--   revenue / orders, count(orders where amount > 10)
SELECT
  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS "revenue / orders",
  COUNT(*) FILTER(WHERE
    orders.amount > 10) AS "count(orders where amount > 10)"
FROM orders;
-- postgres:
--   -  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS "revenue / orders",
--   +  CAST(COALESCE(SUM(orders.amount), 0) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS "revenue / orders",
-- snowflake:
--   -  COALESCE(SUM(orders.amount), 0) / NULLIF(COUNT(*), 0) AS "revenue / orders",
--   -  COUNT(*) FILTER(WHERE
--   -    orders.amount > 10) AS "count(orders where amount > 10)"
--   +  CAST(COALESCE(SUM(orders.amount), 0) AS DOUBLE) / NULLIF(COUNT(*), 0) AS "revenue / orders",
--   +  COUNT(CASE WHEN orders.amount > 10 THEN 1 END) AS "count(orders where amount > 10)"

-- a question over several lines, its parts in any order
--   revenue      # the money
--     , orders
--   limit 1
--   order by revenue desc
--   where orders.region is not null
--   by orders.region
SELECT
  orders.region AS region,
  COALESCE(SUM(orders.amount), 0) AS revenue,
  COUNT(*) AS orders
FROM orders
WHERE
  NOT orders.region IS NULL
GROUP BY
  1
ORDER BY
  COALESCE(SUM(orders.amount), 0) DESC NULLS LAST,
  orders.region NULLS LAST
LIMIT 1;
-- postgres:
--   -  orders.region NULLS LAST
--   +  orders.region COLLATE "C" ASC

-- values are not changed by companions, order or limit
--   mean, revenue, total(revenue) as t by orders.region order by mean desc limit 1
WITH orders_scan /* mean, revenue */ AS (
  SELECT
    orders.region AS region,
    AVG(orders.amount) AS mean,
    SUM(orders.amount) AS revenue
  FROM orders
  GROUP BY
    1
), orders_total_scan /* total_revenue */ AS (
  SELECT
    SUM(orders.amount) AS total_revenue
  FROM orders
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.mean) AS mean,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.total_revenue) AS total_revenue
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.mean AS mean,
      orders_scan.revenue AS revenue,
      NULL AS total_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS mean,
      NULL AS revenue,
      orders_total_scan.total_revenue AS total_revenue
    FROM orders_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.mean,
    answer.revenue,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_revenue END) OVER () AS total_revenue
  FROM answer
)
SELECT
  with_totals.region AS region,
  with_totals.mean AS mean,
  COALESCE(with_totals.revenue, 0) AS revenue,
  COALESCE(with_totals.total_revenue, 0) AS t
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.mean DESC NULLS LAST,
  with_totals.region NULLS LAST
LIMIT 1;
-- postgres:
--   -    AVG(orders.amount) AS mean,
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean,
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS mean,
--   -      NULL AS revenue,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS mean,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS mean,
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS mean,
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS mean,
--   -      NULL AS revenue,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mean,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
