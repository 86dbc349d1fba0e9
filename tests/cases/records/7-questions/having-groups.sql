-- without the null period, and from a month on
--   revenue by month having month is not null and month >= date '2025-02-01'
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS revenue
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
WHERE
  NOT answer.month IS NULL AND answer.month >= CAST('2025-02-01' AS DATE)
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
--   -  NOT answer.month IS NULL AND answer.month >= CAST('2025-02-01' AS DATE)
--   +  NOT answer.month IS NULL AND answer.month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- a group by its alias, beside a metric
--   revenue by bucket(orders.amount, 50) as size, orders.channel having size = '< 50' and revenue > 5
SELECT
  CASE WHEN orders.amount < 50 THEN '< 50' WHEN orders.amount >= 50 THEN '≥ 50' END AS size,
  orders.channel AS channel,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
GROUP BY
  1,
  2
HAVING
  CASE WHEN orders.amount < 50 THEN '< 50' WHEN orders.amount >= 50 THEN '≥ 50' END = '< 50'
  AND COALESCE(SUM(orders.amount), 0) > 5
ORDER BY
  CASE
    WHEN CASE WHEN orders.amount < 50 THEN '< 50' WHEN orders.amount >= 50 THEN '≥ 50' END = '< 50'
    THEN 0
    WHEN CASE WHEN orders.amount < 50 THEN '< 50' WHEN orders.amount >= 50 THEN '≥ 50' END = '≥ 50'
    THEN 1
  END NULLS LAST,
  orders.channel NULLS LAST;
-- postgres:
--   -  END NULLS LAST,
--   -  orders.channel NULLS LAST
--   +  END ASC,
--   +  orders.channel COLLATE "C" ASC

-- a group by its field's name, and an order by a condition on it
--   orders by orders.channel having channel is not null order by if(channel = 'web', 0, 1), orders
SELECT
  orders.channel AS channel,
  COUNT(*) AS orders
FROM orders
GROUP BY
  1
HAVING
  NOT orders.channel IS NULL
ORDER BY
  CASE WHEN orders.channel = 'web' THEN 0 ELSE 1 END NULLS LAST,
  COUNT(*) NULLS LAST,
  orders.channel NULLS LAST;
-- postgres:
--   -  CASE WHEN orders.channel = 'web' THEN 0 ELSE 1 END NULLS LAST,
--   -  COUNT(*) NULLS LAST,
--   -  orders.channel NULLS LAST
--   +  CASE WHEN orders.channel = 'web' THEN 0 ELSE 1 END ASC,
--   +  COUNT(*) ASC,
--   +  orders.channel COLLATE "C" ASC
