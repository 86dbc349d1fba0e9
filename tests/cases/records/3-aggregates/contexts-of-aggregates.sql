-- an aggregate may run on another time axis than its entity
--   leads, converted by month where leads.source is not null
WITH leads_scan /* leads */ AS (
  SELECT
    CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS month,
    COUNT(*) AS leads
  FROM leads
  WHERE
    NOT leads.source IS NULL
  GROUP BY
    1
), leads_scan_2 /* converted */ AS (
  SELECT
    CAST(DATE_TRUNC('month', leads.converted_on) AS DATE) AS month,
    COUNT(*) FILTER(WHERE
      NOT leads.converted_on IS NULL) AS converted
  FROM leads
  WHERE
    NOT leads.source IS NULL
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
    UNION ALL
    SELECT
      MIN(leads_scan_2.month) AS first_period,
      MAX(leads_scan_2.month) AS last_period
    FROM leads_scan_2
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
    MAX(stacked.leads) AS leads,
    MAX(stacked.converted) AS converted
  FROM (
    SELECT
      leads_scan.month AS month,
      leads_scan.leads AS leads,
      NULL AS converted
    FROM leads_scan
    UNION ALL
    SELECT
      leads_scan_2.month AS month,
      NULL AS leads,
      leads_scan_2.converted AS converted
    FROM leads_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS leads,
      NULL AS converted
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.leads, 0) AS leads,
  COALESCE(answer.converted, 0) AS converted
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(leads.created_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', leads.converted_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(leads.converted_on AS TIMESTAMP)) AS DATE) AS month,
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
--   -      NULL AS converted
--   +      CAST(NULL AS DECIMAL) AS converted
--   -      NULL AS leads,
--   +      CAST(NULL AS DECIMAL) AS leads,
--   -      NULL AS leads,
--   -      NULL AS converted
--   +      CAST(NULL AS DECIMAL) AS leads,
--   +      CAST(NULL AS DECIMAL) AS converted
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH leads_scan /* leads */ AS (
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
--   +), leads_scan /* leads */ AS (
--   -    COUNT(*) FILTER(WHERE
--   -      NOT leads.converted_on IS NULL) AS converted
--   +    COUNT(CASE WHEN NOT leads.converted_on IS NULL THEN 1 END) AS converted
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
--   -      NULL AS converted
--   +      CAST(NULL AS DECIMAL(1, 0)) AS converted
--   -      NULL AS leads,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS leads,
--   -      NULL AS leads,
--   -      NULL AS converted
--   +      CAST(NULL AS DECIMAL(1, 0)) AS leads,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS converted

-- the whole question on another time axis
--   leads by month on converted_on for 2025-01 to 2025-04 on converted_on
WITH leads_scan /* leads */ AS (
  SELECT
    CAST(DATE_TRUNC('month', leads.converted_on) AS DATE) AS month,
    COUNT(*) AS leads
  FROM leads
  WHERE
    leads.converted_on >= CAST('2025-01-01' AS DATE)
    AND leads.converted_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
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
--   -    CAST(DATE_TRUNC('month', leads.converted_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(leads.converted_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS leads
--   +      CAST(NULL AS DECIMAL) AS leads
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    leads.converted_on >= CAST('2025-01-01' AS DATE)
--   -    AND leads.converted_on < CAST('2025-05-01' AS DATE)
--   +    leads.converted_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND leads.converted_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +  ) AS numbers
--   -      NULL AS leads
--   +      CAST(NULL AS DECIMAL(1, 0)) AS leads

-- by month on one axis leaves the null dates as a null period
--   leads by month on converted_on
WITH leads_scan /* leads */ AS (
  SELECT
    CAST(DATE_TRUNC('month', leads.converted_on) AS DATE) AS month,
    COUNT(*) AS leads
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
--   -    CAST(DATE_TRUNC('month', leads.converted_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(leads.converted_on AS TIMESTAMP)) AS DATE) AS month,
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
--   -      NULL AS leads
--   +      CAST(NULL AS DECIMAL) AS leads
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH leads_scan /* leads */ AS (
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
--   +), leads_scan /* leads */ AS (
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
--   -      NULL AS leads
--   +      CAST(NULL AS DECIMAL(1, 0)) AS leads

-- a for leaves the rows without a time out
--   leads by month for 2025-Q1
WITH leads_scan /* leads */ AS (
  SELECT
    CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS month,
    COUNT(*) AS leads
  FROM leads
  WHERE
    leads.created_on >= CAST('2025-01-01' AS DATE)
    AND leads.created_on < CAST('2025-04-01' AS DATE)
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
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS leads
--   +      CAST(NULL AS DECIMAL) AS leads
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    leads.created_on >= CAST('2025-01-01' AS DATE)
--   -    AND leads.created_on < CAST('2025-04-01' AS DATE)
--   +    leads.created_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND leads.created_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS leads
--   +      CAST(NULL AS DECIMAL(1, 0)) AS leads

-- a rate by the month of creation
--   conversion_rate by month
WITH leads_scan /* count_leads, count_leads_2 */ AS (
  SELECT
    CAST(DATE_TRUNC('month', leads.created_on) AS DATE) AS month,
    COUNT(*) FILTER(WHERE
      NOT leads.converted_on IS NULL) AS count_leads,
    COUNT(*) AS count_leads_2
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
    MAX(stacked.count_leads) AS count_leads,
    MAX(stacked.count_leads_2) AS count_leads_2
  FROM (
    SELECT
      leads_scan.month AS month,
      leads_scan.count_leads AS count_leads,
      leads_scan.count_leads_2 AS count_leads_2
    FROM leads_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_leads,
      NULL AS count_leads_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_leads, 0) / NULLIF(COALESCE(answer.count_leads_2, 0), 0) AS conversion_rate
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
--   -      NULL AS count_leads,
--   -      NULL AS count_leads_2
--   +      CAST(NULL AS DECIMAL) AS count_leads,
--   +      CAST(NULL AS DECIMAL) AS count_leads_2
--   -  COALESCE(answer.count_leads, 0) / NULLIF(COALESCE(answer.count_leads_2, 0), 0) AS conversion_rate
--   +  CAST(COALESCE(answer.count_leads, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.count_leads_2, 0), 0) AS conversion_rate
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH leads_scan /* count_leads, count_leads_2 */ AS (
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
--   +), leads_scan /* count_leads, count_leads_2 */ AS (
--   -    COUNT(*) FILTER(WHERE
--   -      NOT leads.converted_on IS NULL) AS count_leads,
--   +    COUNT(CASE WHEN NOT leads.converted_on IS NULL THEN 1 END) AS count_leads,
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
--   -      NULL AS count_leads,
--   -      NULL AS count_leads_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_leads,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_leads_2
--   -  COALESCE(answer.count_leads, 0) / NULLIF(COALESCE(answer.count_leads_2, 0), 0) AS conversion_rate
--   +  CAST(COALESCE(answer.count_leads, 0) AS DOUBLE) / NULLIF(COALESCE(answer.count_leads_2, 0), 0) AS conversion_rate

-- where after a formula narrows everything inside
--   (value where leads.source = 'web') / value as share_web, (conversion_rate where leads.source = 'fair') as fair_rate
SELECT
  COALESCE(SUM(leads.value) FILTER(WHERE
    leads.source = 'web'), 0) / NULLIF(COALESCE(SUM(leads.value), 0), 0) AS share_web,
  COUNT(*) FILTER(WHERE
    NOT leads.converted_on IS NULL AND leads.source = 'fair') / NULLIF(COUNT(*) FILTER(WHERE
    leads.source = 'fair'), 0) AS fair_rate
FROM leads;
-- postgres:
--   -  COALESCE(SUM(leads.value) FILTER(WHERE
--   -    leads.source = 'web'), 0) / NULLIF(COALESCE(SUM(leads.value), 0), 0) AS share_web,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT leads.converted_on IS NULL AND leads.source = 'fair') / NULLIF(COUNT(*) FILTER(WHERE
--   +  CAST(COALESCE(SUM(leads.value) FILTER(WHERE
--   +    leads.source = 'web'), 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(SUM(leads.value), 0), 0) AS share_web,
--   +  CAST(COUNT(*) FILTER(WHERE
--   +    NOT leads.converted_on IS NULL AND leads.source = 'fair') AS DOUBLE PRECISION) / NULLIF(COUNT(*) FILTER(WHERE
-- snowflake:
--   -  COALESCE(SUM(leads.value) FILTER(WHERE
--   -    leads.source = 'web'), 0) / NULLIF(COALESCE(SUM(leads.value), 0), 0) AS share_web,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT leads.converted_on IS NULL AND leads.source = 'fair') / NULLIF(COUNT(*) FILTER(WHERE
--   -    leads.source = 'fair'), 0) AS fair_rate
--   +  CAST(COALESCE(SUM(CASE WHEN leads.source = 'web' THEN leads.value END), 0) AS DOUBLE) / NULLIF(COALESCE(SUM(leads.value), 0), 0) AS share_web,
--   +  CAST(COUNT(CASE WHEN NOT leads.converted_on IS NULL AND leads.source = 'fair' THEN 1 END) AS DOUBLE) / NULLIF(COUNT(CASE WHEN leads.source = 'fair' THEN 1 END), 0) AS fair_rate

-- it narrows but does not remove groups
--   web_value, value by leads.source
SELECT
  leads.source AS source,
  COALESCE(SUM(leads.value) FILTER(WHERE
    leads.source = 'web'), 0) AS web_value,
  COALESCE(SUM(leads.value), 0) AS value
FROM leads
GROUP BY
  1
ORDER BY
  leads.source NULLS LAST;
-- postgres:
--   -  leads.source NULLS LAST
--   +  leads.source COLLATE "C" ASC
-- snowflake:
--   -  COALESCE(SUM(leads.value) FILTER(WHERE
--   -    leads.source = 'web'), 0) AS web_value,
--   +  COALESCE(SUM(CASE WHEN leads.source = 'web' THEN leads.value END), 0) AS web_value,

-- conditions add up, from inside and outside
--   (web_value where leads.value > 15) as v where leads.value < 50
SELECT
  COALESCE(SUM(leads.value) FILTER(WHERE
    leads.value > 15 AND leads.source = 'web'), 0) AS v
FROM leads
WHERE
  leads.value < 50;
-- snowflake:
--   -  COALESCE(SUM(leads.value) FILTER(WHERE
--   -    leads.value > 15 AND leads.source = 'web'), 0) AS v
--   +  COALESCE(SUM(CASE WHEN leads.value > 15 AND leads.source = 'web' THEN leads.value END), 0) AS v

-- a group whose rows no aggregate counts is still there, since they are read
--   count(leads where source = 'web') as n by leads.source
SELECT
  leads.source AS source,
  COUNT(*) FILTER(WHERE
    leads.source = 'web') AS n
FROM leads
GROUP BY
  1
ORDER BY
  leads.source NULLS LAST;
-- postgres:
--   -  leads.source NULLS LAST
--   +  leads.source COLLATE "C" ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.source = 'web') AS n
--   +  COUNT(CASE WHEN leads.source = 'web' THEN 1 END) AS n

-- a group without rows in the range is not there
--   leads by leads.source for 2025-03
SELECT
  leads.source AS source,
  COUNT(*) AS leads
FROM leads
WHERE
  leads.created_on >= CAST('2025-03-01' AS DATE)
  AND leads.created_on < CAST('2025-04-01' AS DATE)
GROUP BY
  1
ORDER BY
  leads.source NULLS LAST;
-- postgres:
--   -  leads.source NULLS LAST
--   +  leads.source COLLATE "C" ASC
-- snowflake:
--   -  leads.created_on >= CAST('2025-03-01' AS DATE)
--   -  AND leads.created_on < CAST('2025-04-01' AS DATE)
--   +  leads.created_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +  AND leads.created_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- a segment as the question's condition
--   leads, value where from_web
SELECT
  COUNT(*) AS leads,
  COALESCE(SUM(leads.value), 0) AS value
FROM leads
WHERE
  leads.source = 'web';

-- a segment with a label, inside an aggregate and negated
--   count(leads where dear) as dear_ones, count(leads where dear and not from_web) as n
SELECT
  COUNT(*) FILTER(WHERE
    leads.value >= 30) AS dear_ones,
  COUNT(*) FILTER(WHERE
    leads.value >= 30 AND NOT (
      leads.source = 'web'
    )) AS n
FROM leads;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.value >= 30) AS dear_ones,
--   -  COUNT(*) FILTER(WHERE
--   -    leads.value >= 30 AND NOT (
--   -      leads.source = 'web'
--   -    )) AS n
--   +  COUNT(CASE WHEN leads.value >= 30 THEN 1 END) AS dear_ones,
--   +  COUNT(CASE WHEN leads.value >= 30 AND NOT (
--   +    leads.source = 'web'
--   +  ) THEN 1 END) AS n

-- a parameter has its default
--   count(leads where value > $least) as n
SELECT
  COUNT(*) FILTER(WHERE
    leads.value > 30) AS n
FROM leads;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.value > 30) AS n
--   +  COUNT(CASE WHEN leads.value > 30 THEN 1 END) AS n

-- and is set in the question
--   count(leads where value > $least) as n with least = 50
SELECT
  COUNT(*) FILTER(WHERE
    leads.value > 50) AS n
FROM leads;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    leads.value > 50) AS n
--   +  COUNT(CASE WHEN leads.value > 50 THEN 1 END) AS n
