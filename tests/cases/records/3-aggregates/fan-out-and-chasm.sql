-- fan-out: the orders' amounts stay as they are beside the items
--   revenue, quantity by customers.region
WITH orders_scan /* revenue */ AS (
  SELECT
    customer.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  GROUP BY
    1
), items_scan /* quantity */ AS (
  SELECT
    order_customer.region AS region,
    SUM(items.quantity) AS quantity
  FROM items
  LEFT JOIN orders AS "order"
    ON items.order_id = "order".order_id
  LEFT JOIN customers AS order_customer
    ON "order".customer_id = order_customer.customer_id
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.quantity) AS quantity
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS quantity
    FROM orders_scan
    UNION ALL
    SELECT
      items_scan.region AS region,
      NULL AS revenue,
      items_scan.quantity AS quantity
    FROM items_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.quantity, 0) AS quantity
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS quantity
--   +      CAST(NULL AS DECIMAL) AS quantity
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -  LEFT JOIN orders AS "order"
--   -    ON items.order_id = "order".order_id
--   +  LEFT JOIN orders AS "ORDER"
--   +    ON items.order_id = "ORDER".order_id
--   -    ON "order".customer_id = order_customer.customer_id
--   +    ON "ORDER".customer_id = order_customer.customer_id
--   -      NULL AS quantity
--   +      CAST(NULL AS DECIMAL(1, 0)) AS quantity
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- chasm: orders and tickets of the same customers
--   revenue, orders, tickets by customers.region
WITH orders_scan /* revenue, orders */ AS (
  SELECT
    customer.region AS region,
    SUM(orders.amount) AS revenue,
    COUNT(*) AS orders
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  GROUP BY
    1
), tickets_scan /* tickets */ AS (
  SELECT
    customer.region AS region,
    COUNT(*) AS tickets
  FROM tickets
  LEFT JOIN customers AS customer
    ON tickets.customer_id = customer.customer_id
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.orders) AS orders,
    MAX(stacked.tickets) AS tickets
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      orders_scan.orders AS orders,
      NULL AS tickets
    FROM orders_scan
    UNION ALL
    SELECT
      tickets_scan.region AS region,
      NULL AS revenue,
      NULL AS orders,
      tickets_scan.tickets AS tickets
    FROM tickets_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.orders, 0) AS orders,
  COALESCE(answer.tickets, 0) AS tickets
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS tickets
--   +      CAST(NULL AS DECIMAL) AS tickets
--   -      NULL AS revenue,
--   -      NULL AS orders,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS orders,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS tickets
--   +      CAST(NULL AS DECIMAL(1, 0)) AS tickets
--   -      NULL AS revenue,
--   -      NULL AS orders,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS orders,

-- the same without groups
--   revenue, tickets, quantity
WITH orders_scan /* revenue */ AS (
  SELECT
    SUM(orders.amount) AS revenue
  FROM orders
), tickets_scan /* tickets */ AS (
  SELECT
    COUNT(*) AS tickets
  FROM tickets
), items_scan /* quantity */ AS (
  SELECT
    SUM(items.quantity) AS quantity
  FROM items
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.tickets) AS tickets,
    MAX(stacked.quantity) AS quantity
  FROM (
    SELECT
      orders_scan.revenue AS revenue,
      NULL AS tickets,
      NULL AS quantity
    FROM orders_scan
    UNION ALL
    SELECT
      NULL AS revenue,
      tickets_scan.tickets AS tickets,
      NULL AS quantity
    FROM tickets_scan
    UNION ALL
    SELECT
      NULL AS revenue,
      NULL AS tickets,
      items_scan.quantity AS quantity
    FROM items_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.tickets, 0) AS tickets,
  COALESCE(answer.quantity, 0) AS quantity
FROM answer;
-- postgres:
--   -      NULL AS tickets,
--   -      NULL AS quantity
--   +      CAST(NULL AS DECIMAL) AS tickets,
--   +      CAST(NULL AS DECIMAL) AS quantity
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS quantity
--   +      CAST(NULL AS DECIMAL) AS quantity
--   -      NULL AS revenue,
--   -      NULL AS tickets,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS tickets,
-- snowflake:
--   -      NULL AS tickets,
--   -      NULL AS quantity
--   +      CAST(NULL AS DECIMAL(1, 0)) AS tickets,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS quantity
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS quantity
--   +      CAST(NULL AS DECIMAL(1, 0)) AS quantity
--   -      NULL AS revenue,
--   -      NULL AS tickets,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS tickets,

-- a ratio over two entities has a group that is on one side only
--   tickets_per_order by customers.region
WITH tickets_scan /* count_tickets */ AS (
  SELECT
    customer.region AS region,
    COUNT(*) AS count_tickets
  FROM tickets
  LEFT JOIN customers AS customer
    ON tickets.customer_id = customer.customer_id
  GROUP BY
    1
), orders_scan /* count_orders */ AS (
  SELECT
    customer.region AS region,
    COUNT(*) AS count_orders
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.count_tickets) AS count_tickets,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      tickets_scan.region AS region,
      tickets_scan.count_tickets AS count_tickets,
      NULL AS count_orders
    FROM tickets_scan
    UNION ALL
    SELECT
      orders_scan.region AS region,
      NULL AS count_tickets,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.count_tickets, 0) / NULLIF(COALESCE(answer.count_orders, 0), 0) AS tickets_per_order
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS count_orders
--   -      NULL AS count_tickets,
--   +      CAST(NULL AS DECIMAL) AS count_tickets,
--   -  COALESCE(answer.count_tickets, 0) / NULLIF(COALESCE(answer.count_orders, 0), 0) AS tickets_per_order
--   +  CAST(COALESCE(answer.count_tickets, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.count_orders, 0), 0) AS tickets_per_order
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders
--   -      NULL AS count_tickets,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_tickets,
--   -  COALESCE(answer.count_tickets, 0) / NULLIF(COALESCE(answer.count_orders, 0), 0) AS tickets_per_order
--   +  CAST(COALESCE(answer.count_tickets, 0) AS DOUBLE) / NULLIF(COALESCE(answer.count_orders, 0), 0) AS tickets_per_order

-- two entities by month, each on its own time axis
--   revenue, cost, revenue - cost as profit by month
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS revenue
  FROM orders
  GROUP BY
    1
), costs_scan /* cost */ AS (
  SELECT
    CAST(DATE_TRUNC('month', costs.booked_on) AS DATE) AS month,
    SUM(costs.amount) AS cost
  FROM costs
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
    UNION ALL
    SELECT
      MIN(costs_scan.month) AS first_period,
      MAX(costs_scan.month) AS last_period
    FROM costs_scan
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
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.cost) AS cost
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS cost
    FROM orders_scan
    UNION ALL
    SELECT
      costs_scan.month AS month,
      NULL AS revenue,
      costs_scan.cost AS cost
    FROM costs_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS cost
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.cost, 0) AS cost,
  COALESCE(answer.revenue, 0) - COALESCE(answer.cost, 0) AS profit
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', costs.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(costs.booked_on AS TIMESTAMP)) AS DATE) AS month,
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
--   -      NULL AS cost
--   +      CAST(NULL AS DECIMAL) AS cost
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS cost
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS cost
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
--   -      NULL AS cost
--   +      CAST(NULL AS DECIMAL(1, 0)) AS cost
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS cost
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS cost

-- three entities by month and region
--   orders, tickets by month, customers.region where customers.region is not null
WITH orders_scan /* orders */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    customer.region AS region,
    COUNT(*) AS orders
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  WHERE
    NOT customer.region IS NULL
  GROUP BY
    1,
    2
), tickets_scan /* tickets */ AS (
  SELECT
    CAST(DATE_TRUNC('month', tickets.opened_on) AS DATE) AS month,
    customer.region AS region,
    COUNT(*) AS tickets
  FROM tickets
  LEFT JOIN customers AS customer
    ON tickets.customer_id = customer.customer_id
  WHERE
    NOT customer.region IS NULL
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT
    region
  FROM orders_scan
  UNION
  SELECT
    region
  FROM tickets_scan
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan.month) AS first_period,
      MAX(orders_scan.month) AS last_period
    FROM orders_scan
    UNION ALL
    SELECT
      MIN(tickets_scan.month) AS first_period,
      MAX(tickets_scan.month) AS last_period
    FROM tickets_scan
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
    MAX(stacked.orders) AS orders,
    MAX(stacked.tickets) AS tickets
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.orders AS orders,
      NULL AS tickets
    FROM orders_scan
    UNION ALL
    SELECT
      tickets_scan.month AS month,
      tickets_scan.region AS region,
      NULL AS orders,
      tickets_scan.tickets AS tickets
    FROM tickets_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS orders,
      NULL AS tickets
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
  COALESCE(answer.orders, 0) AS orders,
  COALESCE(answer.tickets, 0) AS tickets
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', tickets.opened_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(tickets.opened_on AS TIMESTAMP)) AS DATE) AS month,
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
--   -      NULL AS tickets
--   +      CAST(NULL AS DECIMAL) AS tickets
--   -      NULL AS orders,
--   +      CAST(NULL AS DECIMAL) AS orders,
--   -      NULL AS orders,
--   -      NULL AS tickets
--   +      CAST(NULL AS DECIMAL) AS orders,
--   +      CAST(NULL AS DECIMAL) AS tickets
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -WITH orders_scan /* orders */ AS (
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
--   +), orders_scan /* orders */ AS (
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
--   -      NULL AS tickets
--   +      CAST(NULL AS DECIMAL(1, 0)) AS tickets
--   -      NULL AS orders,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS orders,
--   -      NULL AS orders,
--   -      NULL AS tickets
--   +      CAST(NULL AS DECIMAL(1, 0)) AS orders,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS tickets

-- a metric's value does not depend on its companions
--   revenue by customers.region
SELECT
  customer.region AS region,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
GROUP BY
  1
ORDER BY
  customer.region NULLS LAST;
-- postgres:
--   -  customer.region NULLS LAST
--   +  customer.region COLLATE "C" ASC

-- has asks for existence and counts nothing twice
--   count(orders where has(items where product = 'pen')) as n, sum(orders.amount where has(items where product = 'pen')) as amount, count(orders where not has(items)) as without
WITH items_per_order /* count of items for each of orders */ AS (
  SELECT
    items.order_id AS key,
    COUNT(*) FILTER(WHERE
      items.product = 'pen') AS value
  FROM items
  WHERE
    NOT items.order_id IS NULL
  GROUP BY
    1
), items_per_order_2 /* count of items for each of orders */ AS (
  SELECT
    items.order_id AS key,
    COUNT(*) AS value
  FROM items
  WHERE
    NOT items.order_id IS NULL
  GROUP BY
    1
)
SELECT
  COUNT(*) FILTER(WHERE
    COALESCE(items_rollup.value, 0) > 0) AS n,
  COALESCE(SUM(orders.amount) FILTER(WHERE
    COALESCE(items_rollup.value, 0) > 0), 0) AS amount,
  COUNT(*) FILTER(WHERE
    NOT (
      COALESCE(items_rollup_2.value, 0) > 0
    )) AS without
FROM orders
LEFT JOIN items_per_order AS items_rollup
  ON items_rollup.key = orders.order_id
LEFT JOIN items_per_order_2 AS items_rollup_2
  ON items_rollup_2.key = orders.order_id;
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      items.product = 'pen') AS value
--   +    COUNT(CASE WHEN items.product = 'pen' THEN 1 END) AS value
--   -  COUNT(*) FILTER(WHERE
--   -    COALESCE(items_rollup.value, 0) > 0) AS n,
--   -  COALESCE(SUM(orders.amount) FILTER(WHERE
--   -    COALESCE(items_rollup.value, 0) > 0), 0) AS amount,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT (
--   -      COALESCE(items_rollup_2.value, 0) > 0
--   -    )) AS without
--   +  COUNT(CASE WHEN COALESCE(items_rollup.value, 0) > 0 THEN 1 END) AS n,
--   +  COALESCE(SUM(CASE WHEN COALESCE(items_rollup.value, 0) > 0 THEN orders.amount END), 0) AS amount,
--   +  COUNT(CASE WHEN NOT (
--   +    COALESCE(items_rollup_2.value, 0) > 0
--   +  ) THEN 1 END) AS without

-- has in the question's filter
--   revenue where has(items where quantity > 4)
WITH items_per_order /* count of items for each of orders */ AS (
  SELECT
    items.order_id AS key,
    COUNT(*) FILTER(WHERE
      items.quantity > 4) AS value
  FROM items
  WHERE
    NOT items.order_id IS NULL
  GROUP BY
    1
)
SELECT
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN items_per_order AS items_rollup
  ON items_rollup.key = orders.order_id
WHERE
  COALESCE(items_rollup.value, 0) > 0;
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      items.quantity > 4) AS value
--   +    COUNT(CASE WHEN items.quantity > 4 THEN 1 END) AS value

-- has over two joins
--   count(customers where has(items where product = 'pen')) as pens, count(customers where not has(items)) as no_items, count(customers where has(orders)) as with_orders
WITH items_per_customer /* count of items for each of customers */ AS (
  SELECT
    "order".customer_id AS key,
    COUNT(*) FILTER(WHERE
      items.product = 'pen') AS value
  FROM items
  LEFT JOIN orders AS "order"
    ON items.order_id = "order".order_id
  WHERE
    NOT "order".customer_id IS NULL
  GROUP BY
    1
), items_per_customer_2 /* count of items for each of customers */ AS (
  SELECT
    "order".customer_id AS key,
    COUNT(*) AS value
  FROM items
  LEFT JOIN orders AS "order"
    ON items.order_id = "order".order_id
  WHERE
    NOT "order".customer_id IS NULL
  GROUP BY
    1
), orders_per_customer /* count of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    COUNT(*) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
)
SELECT
  COUNT(*) FILTER(WHERE
    COALESCE(items_rollup.value, 0) > 0) AS pens,
  COUNT(*) FILTER(WHERE
    NOT (
      COALESCE(items_rollup_2.value, 0) > 0
    )) AS no_items,
  COUNT(*) FILTER(WHERE
    COALESCE(orders_rollup.value, 0) > 0) AS with_orders
FROM customers
LEFT JOIN items_per_customer AS items_rollup
  ON items_rollup.key = customers.customer_id
LEFT JOIN items_per_customer_2 AS items_rollup_2
  ON items_rollup_2.key = customers.customer_id
LEFT JOIN orders_per_customer AS orders_rollup
  ON orders_rollup.key = customers.customer_id;
-- snowflake:
--   -    "order".customer_id AS key,
--   -    COUNT(*) FILTER(WHERE
--   -      items.product = 'pen') AS value
--   +    "ORDER".customer_id AS key,
--   +    COUNT(CASE WHEN items.product = 'pen' THEN 1 END) AS value
--   -  LEFT JOIN orders AS "order"
--   -    ON items.order_id = "order".order_id
--   +  LEFT JOIN orders AS "ORDER"
--   +    ON items.order_id = "ORDER".order_id
--   -    NOT "order".customer_id IS NULL
--   +    NOT "ORDER".customer_id IS NULL
--   -    "order".customer_id AS key,
--   +    "ORDER".customer_id AS key,
--   -  LEFT JOIN orders AS "order"
--   -    ON items.order_id = "order".order_id
--   +  LEFT JOIN orders AS "ORDER"
--   +    ON items.order_id = "ORDER".order_id
--   -    NOT "order".customer_id IS NULL
--   +    NOT "ORDER".customer_id IS NULL
--   -  COUNT(*) FILTER(WHERE
--   -    COALESCE(items_rollup.value, 0) > 0) AS pens,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT (
--   -      COALESCE(items_rollup_2.value, 0) > 0
--   -    )) AS no_items,
--   -  COUNT(*) FILTER(WHERE
--   -    COALESCE(orders_rollup.value, 0) > 0) AS with_orders
--   +  COUNT(CASE WHEN COALESCE(items_rollup.value, 0) > 0 THEN 1 END) AS pens,
--   +  COUNT(CASE WHEN NOT (
--   +    COALESCE(items_rollup_2.value, 0) > 0
--   +  ) THEN 1 END) AS no_items,
--   +  COUNT(CASE WHEN COALESCE(orders_rollup.value, 0) > 0 THEN 1 END) AS with_orders

-- a rollup is one value for each row, 0 or null without children
--   max(customers.order_count) as n, max(customers.spent) as spent, max(customers.first_order_on) as first_on, max(customers.item_count) as items by customers.customer_id
WITH orders_per_customer /* count of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    COUNT(*) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
), orders_per_customer_2 /* sum of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    SUM(orders.amount) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
), orders_per_customer_3 /* min of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    MIN(orders.ordered_on) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
), items_per_customer /* count of items for each of customers */ AS (
  SELECT
    "order".customer_id AS key,
    COUNT(*) AS value
  FROM items
  LEFT JOIN orders AS "order"
    ON items.order_id = "order".order_id
  WHERE
    NOT "order".customer_id IS NULL
  GROUP BY
    1
)
SELECT
  customers.customer_id AS customer_id,
  MAX(COALESCE(orders_rollup.value, 0)) AS n,
  MAX(COALESCE(orders_rollup_2.value, 0)) AS spent,
  MAX(orders_rollup_3.value) AS first_on,
  MAX(COALESCE(items_rollup.value, 0)) AS items
FROM customers
LEFT JOIN orders_per_customer AS orders_rollup
  ON orders_rollup.key = customers.customer_id
LEFT JOIN orders_per_customer_2 AS orders_rollup_2
  ON orders_rollup_2.key = customers.customer_id
LEFT JOIN orders_per_customer_3 AS orders_rollup_3
  ON orders_rollup_3.key = customers.customer_id
LEFT JOIN items_per_customer AS items_rollup
  ON items_rollup.key = customers.customer_id
GROUP BY
  1
ORDER BY
  customers.customer_id NULLS LAST;
-- postgres:
--   -  customers.customer_id NULLS LAST
--   +  customers.customer_id ASC
-- snowflake:
--   -    "order".customer_id AS key,
--   +    "ORDER".customer_id AS key,
--   -  LEFT JOIN orders AS "order"
--   -    ON items.order_id = "order".order_id
--   +  LEFT JOIN orders AS "ORDER"
--   +    ON items.order_id = "ORDER".order_id
--   -    NOT "order".customer_id IS NULL
--   +    NOT "ORDER".customer_id IS NULL

-- a rollup groups and filters like any field
--   count(customers) as n by customers.order_count
WITH orders_per_customer /* count of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    COUNT(*) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
)
SELECT
  COALESCE(orders_rollup.value, 0) AS order_count,
  COUNT(*) AS n
FROM customers
LEFT JOIN orders_per_customer AS orders_rollup
  ON orders_rollup.key = customers.customer_id
GROUP BY
  1
ORDER BY
  COALESCE(orders_rollup.value, 0) NULLS LAST;
-- postgres:
--   -  COALESCE(orders_rollup.value, 0) NULLS LAST
--   +  COALESCE(orders_rollup.value, 0) ASC

-- a rollup has all rows of the child, whatever the context
--   revenue for 2025-02 where customers.big_orders > 0
WITH orders_per_customer /* count of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    COUNT(*) FILTER(WHERE
      orders.amount >= 100) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
)
SELECT
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN orders_per_customer AS orders_rollup
  ON orders_rollup.key = customer.customer_id
WHERE
  orders.ordered_on >= CAST('2025-02-01' AS DATE)
  AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  AND CASE
    WHEN NOT customer.customer_id IS NULL
    THEN COALESCE(orders_rollup.value, 0)
  END > 0;
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      orders.amount >= 100) AS value
--   +    COUNT(CASE WHEN orders.amount >= 100 THEN 1 END) AS value
--   -  orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- a rollup's condition may look at the parent's own fields
--   sum(customers.early_orders) as early, sum(customers.order_count) as n
WITH orders_per_customer /* count of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    COUNT(*) FILTER(WHERE
      DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) <= 30) AS value
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
), orders_per_customer_2 /* count of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    COUNT(*) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
)
SELECT
  COALESCE(SUM(COALESCE(orders_rollup.value, 0)), 0) AS early,
  COALESCE(SUM(COALESCE(orders_rollup_2.value, 0)), 0) AS n
FROM customers
LEFT JOIN orders_per_customer AS orders_rollup
  ON orders_rollup.key = customers.customer_id
LEFT JOIN orders_per_customer_2 AS orders_rollup_2
  ON orders_rollup_2.key = customers.customer_id;
-- postgres:
--   -      DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) <= 30) AS value
--   +      (
--   +        orders.ordered_on - customer.joined_on
--   +      ) <= 30) AS value
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      DATE_DIFF('DAY', customer.joined_on, orders.ordered_on) <= 30) AS value
--   +    COUNT(CASE WHEN DATEDIFF(DAY, customer.joined_on, orders.ordered_on) <= 30 THEN 1 END) AS value

-- a child is counted by a field of its parent's rollup
--   orders by customers.order_count
WITH orders_per_customer /* count of orders for each of customers */ AS (
  SELECT
    orders.customer_id AS key,
    COUNT(*) AS value
  FROM orders
  WHERE
    NOT orders.customer_id IS NULL
  GROUP BY
    1
)
SELECT
  CASE
    WHEN NOT customer.customer_id IS NULL
    THEN COALESCE(orders_rollup.value, 0)
  END AS order_count,
  COUNT(*) AS orders
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN orders_per_customer AS orders_rollup
  ON orders_rollup.key = customer.customer_id
GROUP BY
  1
ORDER BY
  CASE
    WHEN NOT customer.customer_id IS NULL
    THEN COALESCE(orders_rollup.value, 0)
  END NULLS LAST;
-- postgres:
--   -  END NULLS LAST
--   +  END ASC
