-- they are a null period
--   sum(orders.size at end) as size, max(orders.size at end) as most by month
WITH orders_by_months /* sum_size_at_end, max_size_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', orders.done_on) AS DATE) AS last_month,
    SUM(orders.size) AS sum_size_at_end,
    MAX(orders.size) AS max_size_at_end
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
      CAST(DATE_TRUNC('month', MIN(orders.made_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('month', MAX(orders.made_on)) AS DATE) AS last_period
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
), orders_at_end_scan /* sum_size_at_end, max_size_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(orders_by_months.sum_size_at_end) AS sum_size_at_end,
    MAX(orders_by_months.max_size_at_end) AS max_size_at_end
  FROM orders_by_months
  INNER JOIN months
    ON orders_by_months.first_month < months.ends
    AND (
      orders_by_months.last_month IS NULL OR orders_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS month
  FROM orders
  WHERE
    orders.made_on IS NULL
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_size_at_end) AS sum_size_at_end,
    MAX(stacked.max_size_at_end) AS max_size_at_end
  FROM (
    SELECT
      orders_at_end_scan.month AS month,
      orders_at_end_scan.sum_size_at_end AS sum_size_at_end,
      orders_at_end_scan.max_size_at_end AS max_size_at_end
    FROM orders_at_end_scan
    UNION ALL
    SELECT
      orders_groups_scan.month AS month,
      NULL AS sum_size_at_end,
      NULL AS max_size_at_end
    FROM orders_groups_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_size_at_end,
      NULL AS max_size_at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_size_at_end, 0) AS size,
  answer.max_size_at_end AS most
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', orders.done_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.made_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.done_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -      CAST(DATE_TRUNC('month', MIN(orders.made_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('month', MAX(orders.made_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('month', CAST(MIN(orders.made_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('month', CAST(MAX(orders.made_on) AS TIMESTAMP)) AS DATE) AS last_period
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
--   -    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS month
--   +    CAST(DATE_TRUNC('month', CAST(orders.made_on AS TIMESTAMP)) AS DATE) AS month
--   -      NULL AS sum_size_at_end,
--   -      NULL AS max_size_at_end
--   +      CAST(NULL AS DECIMAL) AS sum_size_at_end,
--   +      CAST(NULL AS DECIMAL) AS max_size_at_end
--   -      NULL AS sum_size_at_end,
--   -      NULL AS max_size_at_end
--   +      CAST(NULL AS DECIMAL) AS sum_size_at_end,
--   +      CAST(NULL AS DECIMAL) AS max_size_at_end
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH orders_by_months /* sum_size_at_end, max_size_at_end by the months in which they begin and end */ AS (
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
--   +), orders_by_months /* sum_size_at_end, max_size_at_end by the months in which they begin and end */ AS (
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
--   -      NULL AS sum_size_at_end,
--   -      NULL AS max_size_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_size_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_size_at_end
--   -      NULL AS sum_size_at_end,
--   -      NULL AS max_size_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_size_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_size_at_end

-- of their own group only
--   sum(orders.size at end) as size by month, orders.kind
WITH orders_by_months /* sum_size_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', orders.done_on) AS DATE) AS last_month,
    orders.kind AS kind,
    SUM(orders.size) AS sum_size_at_end
  FROM orders
  GROUP BY
    1,
    2,
    3
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('month', MIN(orders.made_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('month', MAX(orders.made_on)) AS DATE) AS last_period
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
), orders_at_end_scan /* sum_size_at_end */ AS (
  SELECT
    months.month AS month,
    orders_by_months.kind AS kind,
    SUM(orders_by_months.sum_size_at_end) AS sum_size_at_end
  FROM orders_by_months
  INNER JOIN months
    ON orders_by_months.first_month < months.ends
    AND (
      orders_by_months.last_month IS NULL OR orders_by_months.last_month >= months.ends
    )
  GROUP BY
    1,
    2
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS month,
    orders.kind AS kind
  FROM orders
  WHERE
    orders.made_on IS NULL
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT
    kind
  FROM orders_at_end_scan
  UNION
  SELECT
    kind
  FROM orders_groups_scan
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.kind,
    MAX(stacked.sum_size_at_end) AS sum_size_at_end
  FROM (
    SELECT
      orders_at_end_scan.month AS month,
      orders_at_end_scan.kind AS kind,
      orders_at_end_scan.sum_size_at_end AS sum_size_at_end
    FROM orders_at_end_scan
    UNION ALL
    SELECT
      orders_groups_scan.month AS month,
      orders_groups_scan.kind AS kind,
      NULL AS sum_size_at_end
    FROM orders_groups_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.kind AS kind,
      NULL AS sum_size_at_end
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.month AS month,
  answer.kind AS kind,
  COALESCE(answer.sum_size_at_end, 0) AS size
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.kind NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', orders.done_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.made_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.done_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -      CAST(DATE_TRUNC('month', MIN(orders.made_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('month', MAX(orders.made_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('month', CAST(MIN(orders.made_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('month', CAST(MAX(orders.made_on) AS TIMESTAMP)) AS DATE) AS last_period
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
--   -    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.made_on AS TIMESTAMP)) AS DATE) AS month,
--   -      NULL AS sum_size_at_end
--   +      CAST(NULL AS DECIMAL) AS sum_size_at_end
--   -      NULL AS sum_size_at_end
--   +      CAST(NULL AS DECIMAL) AS sum_size_at_end
--   -  answer.month NULLS LAST,
--   -  answer.kind NULLS LAST
--   +  answer.month ASC,
--   +  answer.kind COLLATE "C" ASC
-- snowflake:
--   -WITH orders_by_months /* sum_size_at_end by the months in which they begin and end */ AS (
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
--   +), orders_by_months /* sum_size_at_end by the months in which they begin and end */ AS (
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
--   -      NULL AS sum_size_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_size_at_end
--   -      NULL AS sum_size_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_size_at_end

-- a range leaves them out
--   sum(orders.size at end) as size by month for 2025-01-01 to 2025-02-28
WITH orders_by_months /* sum_size_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', orders.done_on) AS DATE) AS last_month,
    SUM(orders.size) AS sum_size_at_end
  FROM orders
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_at_end_scan /* sum_size_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(orders_by_months.sum_size_at_end) AS sum_size_at_end
  FROM orders_by_months
  INNER JOIN months
    ON orders_by_months.first_month < months.ends
    AND (
      orders_by_months.last_month IS NULL OR orders_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_size_at_end) AS sum_size_at_end
  FROM (
    SELECT
      orders_at_end_scan.month AS month,
      orders_at_end_scan.sum_size_at_end AS sum_size_at_end
    FROM orders_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_size_at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_size_at_end, 0) AS size
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.made_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', orders.done_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.made_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.done_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS sum_size_at_end
--   +      CAST(NULL AS DECIMAL) AS sum_size_at_end
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -      NULL AS sum_size_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_size_at_end
