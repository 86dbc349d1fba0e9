-- values
--   count by orders.region
SELECT
  orders.region AS region,
  COUNT(*) AS count
FROM orders
GROUP BY
  1
ORDER BY
  orders.region NULLS LAST;
-- postgres:
--   -  orders.region NULLS LAST
--   +  orders.region COLLATE "C" ASC

-- values in conditions
--   count(orders where region = '''; DROP TABLE orders; --') as a, count(orders where region = 'a\''b') as b,
--   count(orders where region = '"quoted"') as c, count(orders where region contains '*/') as d,
--   count(orders where region = '{{brace}} $1 %s :p ?') as e, count(orders where region like '-- %') as f,
--   count(orders where region contains '\') as g, count(orders where region starts with '''') as h
SELECT
  COUNT(*) FILTER(WHERE
    orders.region = '''; DROP TABLE orders; --') AS a,
  COUNT(*) FILTER(WHERE
    orders.region = 'a\''b') AS b,
  COUNT(*) FILTER(WHERE
    orders.region = '"quoted"') AS c,
  COUNT(*) FILTER(WHERE
    CONTAINS(orders.region, '*/')) AS d,
  COUNT(*) FILTER(WHERE
    orders.region = '{{brace}} $1 %s :p ?') AS e,
  COUNT(*) FILTER(WHERE
    orders.region LIKE '-- %') AS f,
  COUNT(*) FILTER(WHERE
    CONTAINS(orders.region, '\')) AS g,
  COUNT(*) FILTER(WHERE
    STARTS_WITH(orders.region, '''')) AS h
FROM orders;
-- postgres:
--   -    CONTAINS(orders.region, '*/')) AS d,
--   +    STRPOS(orders.region, '*/') > 0) AS d,
--   -    CONTAINS(orders.region, '\')) AS g,
--   +    STRPOS(orders.region, '\') > 0) AS g,
--   -    STARTS_WITH(orders.region, '''')) AS h
--   +    LEFT(orders.region, LENGTH('''')) = '''') AS h
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    orders.region = '''; DROP TABLE orders; --') AS a,
--   -  COUNT(*) FILTER(WHERE
--   -    orders.region = 'a\''b') AS b,
--   -  COUNT(*) FILTER(WHERE
--   -    orders.region = '"quoted"') AS c,
--   -  COUNT(*) FILTER(WHERE
--   -    CONTAINS(orders.region, '*/')) AS d,
--   -  COUNT(*) FILTER(WHERE
--   -    orders.region = '{{brace}} $1 %s :p ?') AS e,
--   -  COUNT(*) FILTER(WHERE
--   -    orders.region LIKE '-- %') AS f,
--   -  COUNT(*) FILTER(WHERE
--   -    CONTAINS(orders.region, '\')) AS g,
--   -  COUNT(*) FILTER(WHERE
--   -    STARTS_WITH(orders.region, '''')) AS h
--   +  COUNT(CASE WHEN orders.region = '\'; DROP TABLE orders; --' THEN 1 END) AS a,
--   +  COUNT(CASE WHEN orders.region = 'a\\\'b' THEN 1 END) AS b,
--   +  COUNT(CASE WHEN orders.region = '"quoted"' THEN 1 END) AS c,
--   +  COUNT(CASE WHEN CONTAINS(orders.region, '*/') THEN 1 END) AS d,
--   +  COUNT(CASE WHEN orders.region = '{{brace}} $1 %s :p ?' THEN 1 END) AS e,
--   +  COUNT(CASE WHEN orders.region LIKE '-- %' THEN 1 END) AS f,
--   +  COUNT(CASE WHEN CONTAINS(orders.region, '\\') THEN 1 END) AS g,
--   +  COUNT(CASE WHEN LEFT(orders.region, LENGTH('\'')) = '\'' THEN 1 END) AS h

-- a parameter is one value
--   count(orders where region = $region) as n, count(orders) as everything
SELECT
  COUNT(*) FILTER(WHERE
    orders.region = 'x'' OR ''1''=''1') AS n,
  COUNT(*) AS everything
FROM orders;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    orders.region = 'x'' OR ''1''=''1') AS n,
--   +  COUNT(CASE WHEN orders.region = 'x\' OR \'1\'=\'1' THEN 1 END) AS n,

-- a parameter that is set in the question
--   count(orders where region = $region) as n with region = 'a\''b'
SELECT
  COUNT(*) FILTER(WHERE
    orders.region = 'a\''b') AS n
FROM orders;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    orders.region = 'a\''b') AS n
--   +  COUNT(CASE WHEN orders.region = 'a\\\'b' THEN 1 END) AS n

-- names of fields and metrics, in comments of the SQL too
--   `sum */ SELECT 1 --`, sum(orders.`x"y`) as `al"ias */ --` by month
WITH orders_scan /* sum____select_1___, sum_x_y */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.n) AS sum____select_1___,
    SUM(orders."q""q") AS sum_x_y
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
    MAX(stacked.sum____select_1___) AS sum____select_1___,
    MAX(stacked.sum_x_y) AS sum_x_y
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.sum____select_1___ AS sum____select_1___,
      orders_scan.sum_x_y AS sum_x_y
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum____select_1___,
      NULL AS sum_x_y
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum____select_1___, 0) AS "sum */ SELECT 1 --",
  COALESCE(answer.sum_x_y, 0) AS "al""ias */ --"
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
--   -      NULL AS sum____select_1___,
--   -      NULL AS sum_x_y
--   +      CAST(NULL AS DECIMAL) AS sum____select_1___,
--   +      CAST(NULL AS DECIMAL) AS sum_x_y
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH orders_scan /* sum____select_1___, sum_x_y */ AS (
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
--   +), orders_scan /* sum____select_1___, sum_x_y */ AS (
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
--   -      NULL AS sum____select_1___,
--   -      NULL AS sum_x_y
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum____select_1___,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_x_y

-- an alias with a semicolon
--   trailing(`sum */ SELECT 1 --`, 2 months) as `;x --` by month for 2025-02
WITH orders_by_month /* trailing_sum_a____drop_table_orders____ of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.n) AS trailing_sum_a____drop_table_orders____
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
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
), orders_scan /* trailing_sum_a____drop_table_orders____ */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_a____drop_table_orders____) AS trailing_sum_a____drop_table_orders____
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_a____drop_table_orders____) AS trailing_sum_a____drop_table_orders____
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_a____drop_table_orders____ AS trailing_sum_a____drop_table_orders____
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_a____drop_table_orders____
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_a____drop_table_orders____, 0) AS ";x --"
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
--   -      NULL AS trailing_sum_a____drop_table_orders____
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_a____drop_table_orders____
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
--   -      NULL AS trailing_sum_a____drop_table_orders____
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_a____drop_table_orders____
