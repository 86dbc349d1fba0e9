-- a metric and an entity share a name
--   leads, count(leads) as same, leads / count(leads) as one
SELECT
  COUNT(*) AS leads,
  COUNT(*) AS same,
  COUNT(*) / NULLIF(COUNT(*), 0) AS one
FROM leads;
-- postgres:
--   -  COUNT(*) / NULLIF(COUNT(*), 0) AS one
--   +  CAST(COUNT(*) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS one
-- snowflake:
--   -  COUNT(*) / NULLIF(COUNT(*), 0) AS one
--   +  CAST(COUNT(*) AS DOUBLE) / NULLIF(COUNT(*), 0) AS one

-- an alias may use an alias, and be used where columns are kept and sorted
--   leads as a, a * 2 as b, b / a as two, rank(b) as place by leads.source having place <= 1 and b > 2 order by b
WITH leads_scan /* leads */ AS (
  SELECT
    leads.source AS source,
    COUNT(*) AS leads
  FROM leads
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    leads_scan.source,
    leads_scan.leads,
    CASE
      WHEN NOT (
        COALESCE(leads_scan.leads, 0) * 2
      ) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(leads_scan.leads, 0) * 2 DESC NULLS LAST)
    END AS rank
  FROM leads_scan
)
SELECT
  ranked.source AS source,
  COALESCE(ranked.leads, 0) AS a,
  COALESCE(ranked.leads, 0) * 2 AS b,
  (
    COALESCE(ranked.leads, 0) * 2
  ) / NULLIF(COALESCE(ranked.leads, 0), 0) AS two,
  ranked.rank AS place
FROM ranked
WHERE
  ranked.rank <= 1 AND (
    COALESCE(ranked.leads, 0) * 2
  ) > 2
ORDER BY
  COALESCE(ranked.leads, 0) * 2 NULLS LAST,
  ranked.source NULLS LAST;
-- postgres:
--   -  (
--   +  CAST((
--   -  ) / NULLIF(COALESCE(ranked.leads, 0), 0) AS two,
--   +  ) AS DOUBLE PRECISION) / NULLIF(COALESCE(ranked.leads, 0), 0) AS two,
--   -  COALESCE(ranked.leads, 0) * 2 NULLS LAST,
--   -  ranked.source NULLS LAST
--   +  COALESCE(ranked.leads, 0) * 2 ASC,
--   +  ranked.source COLLATE "C" ASC
-- snowflake:
--   -  (
--   +  CAST((
--   -  ) / NULLIF(COALESCE(ranked.leads, 0), 0) AS two,
--   +  ) AS DOUBLE) / NULLIF(COALESCE(ranked.leads, 0), 0) AS two,

-- names in another script, sorted by code point
--   受注, leads by leads.地域
SELECT
  leads."地域" AS "地域",
  COUNT(*) FILTER(WHERE
    leads.won) AS "受注",
  COUNT(*) AS leads
FROM leads
GROUP BY
  1
ORDER BY
  leads."地域" NULLS LAST;
-- postgres:
--   -  leads."地域" NULLS LAST
--   +  leads."地域" COLLATE "C" ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won) AS "受注",
--   +  COUNT(CASE WHEN leads.won THEN 1 END) AS "受注",

-- a bare name in another script, and in a condition
--   win_rate by 地域 where 地域 = '東京'
SELECT
  leads."地域" AS "地域",
  COUNT(*) FILTER(WHERE
    leads.won) / NULLIF(COUNT(*), 0) AS win_rate
FROM leads
WHERE
  leads."地域" = '東京'
GROUP BY
  1
ORDER BY
  leads."地域" NULLS LAST;
-- postgres:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(*) FILTER(WHERE
--   +    leads.won) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS win_rate
--   -  leads."地域" NULLS LAST
--   +  leads."地域" COLLATE "C" ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(CASE WHEN leads.won THEN 1 END) AS DOUBLE) / NULLIF(COUNT(*), 0) AS win_rate

-- a metric by its label in Chinese, a field by its label in Japanese
--   赢单率 by 流入元
SELECT
  leads.source AS source,
  COUNT(*) FILTER(WHERE
    leads.won) / NULLIF(COUNT(*), 0) AS win_rate
FROM leads
GROUP BY
  1
ORDER BY
  leads.source NULLS LAST;
-- postgres:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(*) FILTER(WHERE
--   +    leads.won) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS win_rate
--   -  leads.source NULLS LAST
--   +  leads.source COLLATE "C" ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(CASE WHEN leads.won THEN 1 END) AS DOUBLE) / NULLIF(COUNT(*), 0) AS win_rate

-- labels of several words stand in backquotes
--   `Kadar kemenangan` as rate, `Deals won` by `Lead source`
SELECT
  leads.source AS source,
  COUNT(*) FILTER(WHERE
    leads.won) / NULLIF(COUNT(*), 0) AS rate,
  COUNT(*) FILTER(WHERE
    leads.won) AS "受注"
FROM leads
GROUP BY
  1
ORDER BY
  leads.source NULLS LAST;
-- postgres:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won) / NULLIF(COUNT(*), 0) AS rate,
--   +  CAST(COUNT(*) FILTER(WHERE
--   +    leads.won) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS rate,
--   -  leads.source NULLS LAST
--   +  leads.source COLLATE "C" ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won) / NULLIF(COUNT(*), 0) AS rate,
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won) AS "受注"
--   +  CAST(COUNT(CASE WHEN leads.won THEN 1 END) AS DOUBLE) / NULLIF(COUNT(*), 0) AS rate,
--   +  COUNT(CASE WHEN leads.won THEN 1 END) AS "受注"

-- a field with a quote and a space
--   sum(leads.`O'Hara no.`) as n by month
WITH leads_scan /* sum_o_hara_no_ */ AS (
  SELECT
    CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS month,
    SUM(leads."O'Hara no.") AS sum_o_hara_no_
  FROM leads
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(leads_scan.month) AS first_period,
      MAX(leads_scan.month) AS last_period
    FROM leads_scan
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
    MAX(stacked.sum_o_hara_no_) AS sum_o_hara_no_
  FROM (
    SELECT
      leads_scan.month AS month,
      leads_scan.sum_o_hara_no_ AS sum_o_hara_no_
    FROM leads_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_o_hara_no_
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_o_hara_no_, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(leads.created_on AS TIMESTAMP)) AS DATE) AS month,
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
--   -      NULL AS sum_o_hara_no_
--   +      CAST(NULL AS DECIMAL) AS sum_o_hara_no_
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH leads_scan /* sum_o_hara_no_ */ AS (
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
--   +), leads_scan /* sum_o_hara_no_ */ AS (
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
--   -      NULL AS sum_o_hara_no_
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_o_hara_no_

-- names mind capitals
--   Leads2 - leads as n
SELECT
  COUNT(*) * 2 - COUNT(*) AS n
FROM leads;

-- comments run to the end of the line
--   leads # all of them, by month
--   by month # where won
--   for 2025-01 # to 2025-02
WITH leads_scan /* leads */ AS (
  SELECT
    CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS month,
    COUNT(*) AS leads
  FROM leads
  WHERE
    leads.created_on >= CAST('2025-01-01' AS DATE)
    AND leads.created_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.leads) AS leads
  FROM (
    SELECT
      leads_scan.month AS month,
      leads_scan.leads AS leads
    FROM leads_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS leads
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.leads, 0) AS leads
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(leads.created_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS leads
--   +      CAST(NULL AS DECIMAL) AS leads
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    leads.created_on >= CAST('2025-01-01' AS DATE)
--   -    AND leads.created_on < CAST('2025-02-01' AS DATE)
--   +    leads.created_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND leads.created_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS leads
--   +      CAST(NULL AS DECIMAL(1, 0)) AS leads

-- true and false as literals
--   count(leads where won = true) as t, count(leads where won = false) as f, count(leads where not won) as n, count(leads where won != true) as other
SELECT
  COUNT(*) FILTER(WHERE
    leads.won = TRUE) AS t,
  COUNT(*) FILTER(WHERE
    leads.won = FALSE) AS f,
  COUNT(*) FILTER(WHERE
    NOT (
      leads.won
    )) AS n,
  COUNT(*) FILTER(WHERE
    leads.won <> TRUE) AS other
FROM leads;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won = TRUE) AS t,
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won = FALSE) AS f,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT (
--   -      leads.won
--   -    )) AS n,
--   -  COUNT(*) FILTER(WHERE
--   -    leads.won <> TRUE) AS other
--   +  COUNT(CASE WHEN leads.won = TRUE THEN 1 END) AS t,
--   +  COUNT(CASE WHEN leads.won = FALSE THEN 1 END) AS f,
--   +  COUNT(CASE WHEN NOT (
--   +    leads.won
--   +  ) THEN 1 END) AS n,
--   +  COUNT(CASE WHEN leads.won <> TRUE THEN 1 END) AS other

-- a month of a label's field
--   leads by month of leads.created_on as created, source
SELECT
  CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS created,
  leads.source AS source,
  COUNT(*) AS leads
FROM leads
GROUP BY
  1,
  2
ORDER BY
  CAST(DATE_TRUNC('month', leads.created_on) AS DATE) NULLS LAST,
  leads.source NULLS LAST;
-- postgres:
--   -  CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS created,
--   +  CAST(DATE_TRUNC('month', CAST(leads.created_on AS TIMESTAMP)) AS DATE) AS created,
--   -  CAST(DATE_TRUNC('month', leads.created_on) AS DATE) NULLS LAST,
--   -  leads.source NULLS LAST
--   +  CAST(DATE_TRUNC('month', CAST(leads.created_on AS TIMESTAMP)) AS DATE) ASC,
--   +  leads.source COLLATE "C" ASC
