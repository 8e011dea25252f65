/** URNs of the schemas and messages of RFC 7643 §10.3 and RFC 7644 §8.2. */
export const SCHEMA_USER = "urn:ietf:params:scim:schemas:core:2.0:User";
export const SCHEMA_GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
export const SCHEMA_ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
export const SCHEMA_SERVICE_PROVIDER_CONFIG = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
export const SCHEMA_RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
export const SCHEMA_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

export const MESSAGE_LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
export const MESSAGE_SEARCH_REQUEST = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
export const MESSAGE_PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
export const MESSAGE_BULK_REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
export const MESSAGE_BULK_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";
export const MESSAGE_ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
