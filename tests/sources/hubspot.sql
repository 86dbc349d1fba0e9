-- Small tables in the shape of HubSpot's standard objects, with deleted rows among them.
CREATE SCHEMA hubspot;
CREATE TABLE hubspot.company (
  id BIGINT, property_name TEXT, property_industry TEXT, property_country TEXT, property_numberofemployees INTEGER,
  property_hs_analytics_source TEXT, property_createdate TIMESTAMP, _fivetran_deleted BOOLEAN);
INSERT INTO hubspot.company VALUES
  (1, 'Acme', 'STEEL', 'US', 500, 'PAID_SEARCH', '2024-01-01', false),
  (2, 'Bolt', 'RETAIL', 'JP', 20, 'REFERRALS', '2024-01-01', false),
  (3, 'Calm', 'RETAIL', 'JP', 10, 'PAID_SEARCH', '2024-01-01', false),
  (4, 'Dust', 'RETAIL', 'JP', 10, 'PAID_SEARCH', '2024-01-01', true);
CREATE TABLE hubspot.owner (owner_id BIGINT, first_name TEXT, last_name TEXT, email TEXT);
INSERT INTO hubspot.owner VALUES (71, 'Xena', 'Xu', 'x@example.org'), (72, 'Yuri', NULL, 'y@example.org');
CREATE TABLE hubspot.contact (
  id BIGINT, property_email TEXT, property_country TEXT, property_lifecyclestage TEXT, property_hubspot_owner_id BIGINT,
  property_associatedcompanyid BIGINT, property_hs_analytics_source TEXT, property_createdate TIMESTAMP,
  property_hs_lifecyclestage_salesqualifiedlead_date TIMESTAMP, property_hs_lifecyclestage_customer_date TIMESTAMP,
  _fivetran_deleted BOOLEAN);
INSERT INTO hubspot.contact VALUES
  (11, 'a@example.org', 'US', 'customer', 71, 1, 'PAID_SEARCH', '2025-01-02 09:00:00', '2025-01-05', '2025-01-31', false),
  (12, 'b@example.org', 'US', 'salesqualifiedlead', 71, 1, 'PAID_SEARCH', '2025-01-03 09:00:00', '2025-01-06', NULL, false),
  (13, 'c@example.org', 'JP', 'lead', 72, 3, 'REFERRALS', '2025-01-04 09:00:00', NULL, NULL, false),
  (14, 'd@example.org', 'JP', 'lead', 72, NULL, 'REFERRALS', '2025-02-04 09:00:00', NULL, NULL, false),
  (15, 'e@example.org', 'JP', 'customer', 72, 4, 'REFERRALS', '2025-01-04 09:00:00', '2025-01-05', '2025-01-06', true);
CREATE TABLE hubspot.deal (
  deal_id BIGINT, deal_pipeline_id TEXT, deal_pipeline_stage_id TEXT, owner_id BIGINT, property_dealname TEXT,
  property_amount DOUBLE, property_dealtype TEXT, property_closed_lost_reason TEXT, property_hs_analytics_source TEXT,
  property_hs_is_closed_won BOOLEAN, property_hs_is_closed BOOLEAN, property_createdate TIMESTAMP,
  property_closedate TIMESTAMP, _fivetran_deleted BOOLEAN);
INSERT INTO hubspot.deal VALUES
  (21, 'default', 'closedwon', 71, 'a', 1000, 'newbusiness', NULL, 'PAID_SEARCH', true, true, '2025-01-01', '2025-01-31 15:00:00', false),
  (22, 'default', 'closedlost', 71, 'b', 400, 'existingbusiness', 'price', 'PAID_SEARCH', false, true, '2025-01-20', '2025-02-10 10:00:00', false),
  (23, 'default', 'closedwon', 72, 'c', 3000, 'newbusiness', NULL, 'REFERRALS', true, true, '2025-02-01', '2025-02-20 10:00:00', false),
  (24, 'default', 'contractsent', 72, 'd', 5000, 'newbusiness', NULL, 'PAID_SEARCH', false, false, '2025-02-05', '2025-02-28 10:00:00', false),
  (25, 'default', 'closedwon', 72, 'e', 9000, 'newbusiness', NULL, 'PAID_SEARCH', true, true, '2025-02-05', '2025-02-28 10:00:00', true);
CREATE TABLE hubspot.deal_company (deal_id BIGINT, company_id BIGINT);
INSERT INTO hubspot.deal_company VALUES (21, 1), (22, 1), (23, 2), (23, 3), (24, 3), (25, 4);   -- a deal of two companies
CREATE TABLE hubspot.ticket (
  id BIGINT, property_subject TEXT, property_hs_ticket_category TEXT, property_hs_ticket_priority TEXT,
  property_source_type TEXT, property_hubspot_owner_id BIGINT, property_createdate TIMESTAMP,
  property_first_agent_reply_date TIMESTAMP, property_closed_date TIMESTAMP, _fivetran_deleted BOOLEAN);
INSERT INTO hubspot.ticket VALUES
  (31, 'x', 'PRODUCT_ISSUE', 'MEDIUM', 'PHONE', 72, '2025-02-01 08:00:00', '2025-02-01 08:20:00', '2025-02-01 18:00:00', false),
  (32, 'y', 'GENERAL_INQUIRY', 'HIGH', 'EMAIL', 72, '2025-02-02 08:00:00', '2025-02-02 08:40:00', '2025-02-03 04:00:00', false),
  (33, 'z', 'GENERAL_INQUIRY', NULL, 'CHAT', 72, '2025-02-03 08:00:00', NULL, NULL, false),
  (34, 'w', 'GENERAL_INQUIRY', NULL, 'CHAT', 72, '2025-02-03 08:00:00', '2025-02-03 09:00:00', '2025-02-03 09:00:00', true);
CREATE TABLE hubspot.ticket_company (ticket_id BIGINT, company_id BIGINT);
INSERT INTO hubspot.ticket_company VALUES (31, 2), (32, 1);
CREATE TABLE hubspot.engagement (
  id BIGINT, type TEXT, active BOOLEAN, owner_id BIGINT, created_at TIMESTAMP);
INSERT INTO hubspot.engagement VALUES
  (41, 'CALL', true, 71, '2025-01-05 10:00:00'), (42, 'EMAIL', true, 71, '2025-01-06 10:00:00'),
  (43, 'MEETING', true, 72, '2025-02-06 10:00:00'), (44, 'NOTE', true, 72, '2025-02-06 10:00:00'),
  (45, 'CALL', false, 72, '2025-02-06 10:00:00');
CREATE TABLE hubspot.engagement_deal (engagement_id BIGINT, deal_id BIGINT);
INSERT INTO hubspot.engagement_deal VALUES (41, 21), (42, 21), (43, 23), (44, 23), (45, 23);
