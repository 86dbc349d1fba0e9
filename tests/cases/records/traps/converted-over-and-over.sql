-- two tables, both converted many times
--   count(orders where hour(placed_at) >= 0 and hour(placed_at) < 9 and hour(account.opened_at) > 4 and hour(account.opened_at) < 22) as n,
--   max(orders.account.opened_at_utc) as s
--   by placed_at_local, placed_at_utc
SELECT
  orders.placed_at_local AS placed_at_local,
  orders.placed_at_utc AS placed_at_utc,
  COUNT(*) FILTER(WHERE
    CAST(EXTRACT(HOUR FROM (
      orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
        WHEN (
          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
        ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
        THEN -3600
        ELSE 0
      END * INTERVAL '1' SECOND
    ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) >= 0
    AND CAST(EXTRACT(HOUR FROM (
      orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
        WHEN (
          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
        ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
        THEN -3600
        ELSE 0
      END * INTERVAL '1' SECOND
    ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) < 9
    AND CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) > 4
    AND CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) < 22) AS n,
  MAX(account.opened_at_utc) AS s
FROM orders
LEFT JOIN accounts AS account
  ON orders.account_id = account.id
GROUP BY
  1,
  2
ORDER BY
  orders.placed_at_local NULLS LAST,
  orders.placed_at_utc NULLS LAST;
-- postgres:
--   -          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -      END * INTERVAL '1' SECOND
--   +      END * INTERVAL '1 SECOND'
--   -          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -      END * INTERVAL '1' SECOND
--   +      END * INTERVAL '1 SECOND'
--   -  orders.placed_at_local NULLS LAST,
--   -  orders.placed_at_utc NULLS LAST
--   +  orders.placed_at_local COLLATE "C" ASC,
--   +  orders.placed_at_utc COLLATE "C" ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    CAST(EXTRACT(HOUR FROM (
--   -      orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -        WHEN (
--   -          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -        ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -        THEN -3600
--   -        ELSE 0
--   -      END * INTERVAL '1' SECOND
--   -    ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) >= 0
--   -    AND CAST(EXTRACT(HOUR FROM (
--   -      orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -        WHEN (
--   -          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -        ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -        THEN -3600
--   -        ELSE 0
--   -      END * INTERVAL '1' SECOND
--   -    ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) < 9
--   -    AND CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) > 4
--   -    AND CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) < 22) AS n,
--   +  COUNT(
--   +    CASE
--   +      WHEN CAST(DATE_PART(
--   +        HOUR,
--   +        CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(
--   +            SECOND,
--   +            CASE
--   +              WHEN CONVERT_TIMEZONE(
--   +                'UTC',
--   +                'America/New_York',
--   +                DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +              ) = orders.placed_at
--   +              THEN -3600
--   +              ELSE 0
--   +            END,
--   +            CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   +          )
--   +        )
--   +      ) AS BIGINT) >= 0
--   +      AND CAST(DATE_PART(
--   +        HOUR,
--   +        CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(
--   +            SECOND,
--   +            CASE
--   +              WHEN CONVERT_TIMEZONE(
--   +                'UTC',
--   +                'America/New_York',
--   +                DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +              ) = orders.placed_at
--   +              THEN -3600
--   +              ELSE 0
--   +            END,
--   +            CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   +          )
--   +        )
--   +      ) AS BIGINT) < 9
--   +      AND CAST(DATE_PART(
--   +        HOUR,
--   +        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', account.opened_at))
--   +      ) AS BIGINT) > 4
--   +      AND CAST(DATE_PART(
--   +        HOUR,
--   +        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', account.opened_at))
--   +      ) AS BIGINT) < 22
--   +      THEN 1
--   +    END
--   +  ) AS n,

-- elapsed time between two tables
--   sum(hours(orders.account.opened_at, placed_at)) as h by placed_at_local
SELECT
  orders.placed_at_local AS placed_at_local,
  COALESCE(
    SUM(
      (
        DATE_DIFF(
          'MICROSECOND',
          account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC',
          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
            WHEN (
              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
            ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
            THEN -3600
            ELSE 0
          END * INTERVAL '1' SECOND
        ) / 1000000.0
      ) / 3600.0
    ),
    0
  ) AS h
FROM orders
LEFT JOIN accounts AS account
  ON orders.account_id = account.id
GROUP BY
  1
ORDER BY
  orders.placed_at_local NULLS LAST;
-- postgres:
--   -      (
--   -        DATE_DIFF(
--   -          'MICROSECOND',
--   -          account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC',
--   +      CAST(EXTRACT(EPOCH FROM (
--   +        (
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -          END * INTERVAL '1' SECOND
--   -        ) / 1000000.0
--   -      ) / 3600.0
--   +          END * INTERVAL '1 SECOND'
--   +        ) - account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
--   +      )) AS DOUBLE PRECISION) / 3600.0
--   -  orders.placed_at_local NULLS LAST
--   +  orders.placed_at_local COLLATE "C" ASC
-- snowflake:
--   -        DATE_DIFF(
--   -          'MICROSECOND',
--   -          account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC',
--   -          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -            WHEN (
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -            ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -            THEN -3600
--   -            ELSE 0
--   -          END * INTERVAL '1' SECOND
--   -        ) / 1000000.0
--   +        CAST(TIMESTAMPDIFF(
--   +          MICROSECOND,
--   +          CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', account.opened_at),
--   +          DATEADD(
--   +            SECOND,
--   +            CASE
--   +              WHEN CONVERT_TIMEZONE(
--   +                'UTC',
--   +                'America/New_York',
--   +                DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +              ) = orders.placed_at
--   +              THEN -3600
--   +              ELSE 0
--   +            END,
--   +            CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   +          )
--   +        ) AS DOUBLE) / 1000000.0

-- a month later, at the same hour of Berlin
--   count(orders) as n, prior(count(orders), 1 month) as before by hour for 2025-02-16 having before > 0
WITH orders_times /* placed_at_utc */ AS (
  SELECT
    orders.placed_at,
    orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
      WHEN (
        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS placed_at_utc
  FROM orders
), orders_scan /* count_orders */ AS (
  SELECT
    orders.placed_at_utc - (
      orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' - DATE_TRUNC('hour', orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')
    ) AS hour,
    COUNT(*) AS count_orders
  FROM orders_times AS orders
  WHERE
    orders.placed_at >= CAST('2025-02-15 18:00:00' AS TIMESTAMP)
    AND orders.placed_at < CAST('2025-02-16 18:00:00' AS TIMESTAMP)
  GROUP BY
    1
), orders_times_2 /* placed_at_utc */ AS (
  SELECT
    orders.placed_at,
    orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' AS placed_at_utc
  FROM orders
), orders_times_3 /* placed_at_utc_2 */ AS (
  SELECT
    orders.placed_at_utc + CASE
      WHEN (
        orders.placed_at_utc - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS placed_at_utc_2
  FROM orders_times_2 AS orders
), orders_times_4 /* placed_at_local */ AS (
  SELECT
    orders.placed_at_utc_2 AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS placed_at_local
  FROM orders_times_3 AS orders
), orders_times_5 /* placed_at_moved */ AS (
  SELECT
    orders.placed_at_local + INTERVAL '1' MONTH AS placed_at_moved
  FROM orders_times_4 AS orders
), orders_times_6 /* placed_at_moved_utc */ AS (
  SELECT
    orders.placed_at_moved,
    orders.placed_at_moved AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
      WHEN (
        orders.placed_at_moved AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = orders.placed_at_moved
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS placed_at_moved_utc
  FROM orders_times_5 AS orders
), orders_prior_scan /* prior_count_orders */ AS (
  SELECT
    orders.placed_at_moved_utc - (
      orders.placed_at_moved_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' - DATE_TRUNC('hour', orders.placed_at_moved_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')
    ) AS hour,
    COUNT(*) AS prior_count_orders
  FROM orders_times_6 AS orders
  WHERE
    orders.placed_at_moved >= CAST('2025-02-16 00:00:00' AS TIMESTAMP)
    AND orders.placed_at_moved < CAST('2025-02-17 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), hours /* every hour */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2025-02-15 23:00:00' AS TIMESTAMP),
        CAST('2025-02-16 22:00:00' AS TIMESTAMP),
        INTERVAL '1' HOUR
      )
    ) AS hour
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_orders) AS count_orders,
    MAX(stacked.prior_count_orders) AS prior_count_orders
  FROM (
    SELECT
      orders_scan.hour AS hour,
      orders_scan.count_orders AS count_orders,
      NULL AS prior_count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.hour AS hour,
      NULL AS count_orders,
      orders_prior_scan.prior_count_orders AS prior_count_orders
    FROM orders_prior_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_orders,
      NULL AS prior_count_orders
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
  COALESCE(answer.count_orders, 0) AS n,
  COALESCE(answer.prior_count_orders, 0) AS before
FROM answer
WHERE
  COALESCE(answer.prior_count_orders, 0) > 0
ORDER BY
  answer.hour NULLS LAST;
-- postgres:
--   -        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS placed_at_utc
--   +    END * INTERVAL '1 SECOND' AS placed_at_utc
--   -        orders.placed_at_utc - INTERVAL '3600' SECOND
--   +        orders.placed_at_utc - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS placed_at_utc_2
--   +    END * INTERVAL '1 SECOND' AS placed_at_utc_2
--   -    orders.placed_at_local + INTERVAL '1' MONTH AS placed_at_moved
--   +    orders.placed_at_local + INTERVAL '1 MONTH' AS placed_at_moved
--   -        orders.placed_at_moved AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        orders.placed_at_moved AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS placed_at_moved_utc
--   +    END * INTERVAL '1 SECOND' AS placed_at_moved_utc
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-02-15 23:00:00' AS TIMESTAMP),
--   -        CAST('2025-02-16 22:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    CAST(series.start AS TIMESTAMP) AS hour
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-15 23:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-16 22:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 HOUR'
--   +  ) AS series(start)
--   -      NULL AS prior_count_orders
--   +      CAST(NULL AS DECIMAL) AS prior_count_orders
--   -      NULL AS count_orders,
--   +      CAST(NULL AS DECIMAL) AS count_orders,
--   -      NULL AS count_orders,
--   -      NULL AS prior_count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders,
--   +      CAST(NULL AS DECIMAL) AS prior_count_orders
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS placed_at_utc
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/New_York',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +        ) = orders.placed_at
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   +    ) AS placed_at_utc
--   -    orders.placed_at_utc - (
--   -      orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' - DATE_TRUNC('hour', orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_utc),
--   +        orders.placed_at_utc
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_utc))
--   -    orders.placed_at >= CAST('2025-02-15 18:00:00' AS TIMESTAMP)
--   -    AND orders.placed_at < CAST('2025-02-16 18:00:00' AS TIMESTAMP)
--   +    orders.placed_at >= TO_TIMESTAMP_NTZ('2025-02-15 18:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND orders.placed_at < TO_TIMESTAMP_NTZ('2025-02-16 18:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' AS placed_at_utc
--   +    CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at) AS placed_at_utc
--   -    orders.placed_at_utc + CASE
--   -      WHEN (
--   -        orders.placed_at_utc - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS placed_at_utc_2
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE('UTC', 'America/New_York', DATEADD(SECOND, -3600, orders.placed_at_utc)) = orders.placed_at
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      orders.placed_at_utc
--   +    ) AS placed_at_utc_2
--   -    orders.placed_at_utc_2 AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS placed_at_local
--   +    CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_utc_2) AS placed_at_local
--   -    orders.placed_at_local + INTERVAL '1' MONTH AS placed_at_moved
--   +    DATEADD(MONTH, 1, orders.placed_at_local) AS placed_at_moved
--   -    orders.placed_at_moved AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        orders.placed_at_moved AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = orders.placed_at_moved
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS placed_at_moved_utc
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', orders.placed_at_moved))
--   +        ) = orders.placed_at_moved
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('Europe/Berlin', 'UTC', orders.placed_at_moved)
--   +    ) AS placed_at_moved_utc
--   -    orders.placed_at_moved_utc - (
--   -      orders.placed_at_moved_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' - DATE_TRUNC('hour', orders.placed_at_moved_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_moved_utc),
--   +        orders.placed_at_moved_utc
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_moved_utc))
--   -    orders.placed_at_moved >= CAST('2025-02-16 00:00:00' AS TIMESTAMP)
--   -    AND orders.placed_at_moved < CAST('2025-02-17 00:00:00' AS TIMESTAMP)
--   +    orders.placed_at_moved >= TO_TIMESTAMP_NTZ('2025-02-16 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND orders.placed_at_moved < TO_TIMESTAMP_NTZ('2025-02-17 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-02-15 23:00:00' AS TIMESTAMP),
--   -        CAST('2025-02-16 22:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-02-15 23:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 24))
--   +  ) AS numbers
--   -      NULL AS prior_count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_orders
--   -      NULL AS count_orders,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders,
--   -      NULL AS count_orders,
--   -      NULL AS prior_count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_orders
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'Europe/Berlin', answer.hour) AS hour,

-- the order before, beside all columns of the table
--   max(orders.gap) as gap, count(orders where hour(placed_at) >= 0 and hour(placed_at) < 18) as n by placed_at_utc
WITH orders_times /* placed_at_utc_2 */ AS (
  SELECT
    orders.placed_at_utc,
    orders.previous_1,
    orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
      WHEN (
        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS placed_at_utc_2
  FROM (
    SELECT
      orders.*,
      CASE
        WHEN NOT (
          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
            WHEN (
              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
            ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
            THEN -3600
            ELSE 0
          END * INTERVAL '1' SECOND
        ) IS NULL
        AND NOT orders.account_id IS NULL
        THEN LAG(
          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
            WHEN (
              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
            ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
            THEN -3600
            ELSE 0
          END * INTERVAL '1' SECOND
        ) OVER (
          PARTITION BY orders.account_id, CASE
            WHEN NOT (
              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
                WHEN (
                  orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
                ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
                THEN -3600
                ELSE 0
              END * INTERVAL '1' SECOND
            ) IS NULL
            THEN 1
            ELSE 0
          END
          ORDER BY orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
            WHEN (
              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
            ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
            THEN -3600
            ELSE 0
          END * INTERVAL '1' SECOND NULLS LAST, orders.id NULLS LAST
        )
      END AS previous_1
    FROM orders
  ) AS orders
)
SELECT
  orders.placed_at_utc AS placed_at_utc,
  MAX(
    (
      DATE_DIFF('MICROSECOND', orders.previous_1, orders.placed_at_utc_2) / 1000000.0
    ) / 3600.0
  ) AS gap,
  COUNT(*) FILTER(WHERE
    CAST(EXTRACT(HOUR FROM orders.placed_at_utc_2 AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) >= 0
    AND CAST(EXTRACT(HOUR FROM orders.placed_at_utc_2 AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) < 18) AS n
FROM orders_times AS orders
GROUP BY
  1
ORDER BY
  orders.placed_at_utc NULLS LAST;
-- postgres:
--   -        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS placed_at_utc_2
--   +    END * INTERVAL '1 SECOND' AS placed_at_utc_2
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -          END * INTERVAL '1' SECOND
--   +          END * INTERVAL '1 SECOND'
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -          END * INTERVAL '1' SECOND
--   +          END * INTERVAL '1 SECOND'
--   -                  orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +                  orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -              END * INTERVAL '1' SECOND
--   +              END * INTERVAL '1 SECOND'
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -          END * INTERVAL '1' SECOND NULLS LAST, orders.id NULLS LAST
--   +          END * INTERVAL '1 SECOND', orders.id
--   -    (
--   -      DATE_DIFF('MICROSECOND', orders.previous_1, orders.placed_at_utc_2) / 1000000.0
--   -    ) / 3600.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      orders.placed_at_utc_2 - orders.previous_1
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -  orders.placed_at_utc NULLS LAST
--   +  orders.placed_at_utc COLLATE "C" ASC
-- snowflake:
--   -    orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS placed_at_utc_2
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/New_York',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +        ) = orders.placed_at
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   +    ) AS placed_at_utc_2
--   -        WHEN NOT (
--   -          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -            WHEN (
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -            ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   +        WHEN NOT DATEADD(
--   +          SECOND,
--   +          CASE
--   +            WHEN CONVERT_TIMEZONE(
--   +              'UTC',
--   +              'America/New_York',
--   +              DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +            ) = orders.placed_at
--   -          END * INTERVAL '1' SECOND
--   +          END,
--   +          CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   -          orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -            WHEN (
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -            ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -            THEN -3600
--   -            ELSE 0
--   -          END * INTERVAL '1' SECOND
--   +          DATEADD(
--   +            SECOND,
--   +            CASE
--   +              WHEN CONVERT_TIMEZONE(
--   +                'UTC',
--   +                'America/New_York',
--   +                DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +              ) = orders.placed_at
--   +              THEN -3600
--   +              ELSE 0
--   +            END,
--   +            CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   +          )
--   -            WHEN NOT (
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -                WHEN (
--   -                  orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -                ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   +            WHEN NOT DATEADD(
--   +              SECOND,
--   +              CASE
--   +                WHEN CONVERT_TIMEZONE(
--   +                  'UTC',
--   +                  'America/New_York',
--   +                  DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +                ) = orders.placed_at
--   -              END * INTERVAL '1' SECOND
--   +              END,
--   +              CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   -          ORDER BY orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -            WHEN (
--   -              orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -            ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -            THEN -3600
--   -            ELSE 0
--   -          END * INTERVAL '1' SECOND NULLS LAST, orders.id NULLS LAST
--   +          ORDER BY DATEADD(
--   +            SECOND,
--   +            CASE
--   +              WHEN CONVERT_TIMEZONE(
--   +                'UTC',
--   +                'America/New_York',
--   +                DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +              ) = orders.placed_at
--   +              THEN -3600
--   +              ELSE 0
--   +            END,
--   +            CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   +          ) NULLS LAST, orders.id NULLS LAST
--   -      DATE_DIFF('MICROSECOND', orders.previous_1, orders.placed_at_utc_2) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, orders.previous_1, orders.placed_at_utc_2) AS DOUBLE) / 1000000.0
--   -  COUNT(*) FILTER(WHERE
--   -    CAST(EXTRACT(HOUR FROM orders.placed_at_utc_2 AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) >= 0
--   -    AND CAST(EXTRACT(HOUR FROM orders.placed_at_utc_2 AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) < 18) AS n
--   +  COUNT(
--   +    CASE
--   +      WHEN CAST(DATE_PART(HOUR, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_utc_2)) AS BIGINT) >= 0
--   +      AND CAST(DATE_PART(HOUR, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_utc_2)) AS BIGINT) < 18
--   +      THEN 1
--   +    END
--   +  ) AS n

-- sums by the hour at which an account was opened
--   sum(weekday(orders.placed_at) * month(orders.placed_at) + day(orders.placed_at)) as s by hour(orders.account.opened_at) as opened
WITH orders_times /* placed_at_utc */ AS (
  SELECT
    orders.account_id,
    orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
      WHEN (
        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS placed_at_utc
  FROM orders
)
SELECT
  CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) AS opened,
  COALESCE(
    SUM(
      CAST(EXTRACT(ISODOW FROM orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) * CAST(EXTRACT(MONTH FROM orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) + CAST(EXTRACT(DAY FROM orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT)
    ),
    0
  ) AS s
FROM orders_times AS orders
LEFT JOIN accounts AS account
  ON orders.account_id = account.id
GROUP BY
  1
ORDER BY
  CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) NULLS LAST;
-- postgres:
--   -        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS placed_at_utc
--   +    END * INTERVAL '1 SECOND' AS placed_at_utc
--   -  CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) NULLS LAST
--   +  CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) ASC
-- snowflake:
--   -    orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        orders.placed_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = orders.placed_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS placed_at_utc
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/New_York',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at))
--   +        ) = orders.placed_at
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('America/New_York', 'UTC', orders.placed_at)
--   +    ) AS placed_at_utc
--   -  CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) AS opened,
--   +  CAST(DATE_PART(
--   +    HOUR,
--   +    CONVERT_TIMEZONE('UTC', 'Europe/Berlin', CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', account.opened_at))
--   +  ) AS BIGINT) AS opened,
--   -      CAST(EXTRACT(ISODOW FROM orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) * CAST(EXTRACT(MONTH FROM orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) + CAST(EXTRACT(DAY FROM orders.placed_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT)
--   +      DAYOFWEEKISO(CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_utc)) * CAST(DATE_PART(MONTH, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_utc)) AS BIGINT) + CAST(DATE_PART(DAY, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', orders.placed_at_utc)) AS BIGINT)
--   -  CAST(EXTRACT(HOUR FROM account.opened_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS BIGINT) NULLS LAST
--   +  CAST(DATE_PART(
--   +    HOUR,
--   +    CONVERT_TIMEZONE('UTC', 'Europe/Berlin', CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', account.opened_at))
--   +  ) AS BIGINT) NULLS LAST
