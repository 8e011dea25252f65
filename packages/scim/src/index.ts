export type { BulkMethod, BulkOperation, BulkRequest } from "./bulk/bulk-request.ts";
export { type BulkOutcome, bulkResponse, type BulkResult } from "./bulk/bulk-response.ts";
export { type BulkStep, planBulk } from "./bulk/plan-bulk.ts";
export { MAX_BULK_OPERATIONS, readBulk } from "./bulk/read-bulk.ts";
export { type BulkIds, resolveStep } from "./bulk/resolve-step.ts";
export { schemas } from "./discovery/schemas.ts";
export { resourceTypes } from "./discovery/resource-types.ts";
export {
  type PaginationOptions,
  serviceProviderConfig,
  type ServiceProviderOptions,
} from "./discovery/service-provider-config.ts";
export { ERROR_CATALOGUE, type ScimErrorCode, type ScimType } from "./errors/catalogue.ts";
export { errorBody } from "./errors/error-body.ts";
export { ScimError } from "./errors/scim-error.ts";
export { evaluateFilter } from "./filter/evaluate-filter.ts";
export { COMPARISON_OPERATORS } from "./filter/filter.ts";
export type { ComparisonOperator, Filter, FilterLiteral } from "./filter/filter.ts";
export { MAX_FILTER_DEPTH, MAX_FILTER_TERMS } from "./filter/filter-parser.ts";
export { foldCase } from "./filter/fold-case.ts";
export { parseFilter } from "./filter/parse-filter.ts";
export { resolveFilter } from "./filter/resolve-filter.ts";
export { resolveSharedFilter } from "./filter/resolve-shared-filter.ts";
export type { FilterAttribute, ResolvedComparison, ResolvedFilter } from "./filter/resolved-filter.ts";
export { MAX_FILTER_LENGTH } from "./filter/tokenize.ts";
export type { MemberChange, MemberReference } from "./group/member-change.ts";
export { MAX_MEMBERS_PER_REQUEST, readMembers } from "./group/read-members.ts";
export { type SplitOperations, splitMembers } from "./group/split-members.ts";
export { jsonEqual } from "./json/json-equal.ts";
export { isJsonObject, type JsonObject, type JsonValue } from "./json/json-value.ts";
export { MAX_JSON_DEPTH, MAX_JSON_KEYS, parseJson } from "./json/parse-json.ts";
export { type ListPage, listResponse, listResponseText, type ListTextPage } from "./messages/list-response.ts";
export { type PageParameters, type PageRequest, readPage } from "./messages/read-page.ts";
export { applyPatch } from "./patch/apply-patch.ts";
export { MAX_PATCH_WORK } from "./patch/patch-budget.ts";
export type { PatchOperation } from "./patch/patch-operation.ts";
export { MAX_PATCH_OPERATIONS, readPatch } from "./patch/read-patch.ts";
export type { AttributePath } from "./path/attribute-path.ts";
export { project } from "./projection/project.ts";
export { isDefault, type Projection, wants } from "./projection/projection.ts";
export { type ProjectionParameters, readProjection } from "./projection/read-projection.ts";
export { readResource } from "./resource/read-resource.ts";
export { replaceResource } from "./resource/replace-resource.ts";
export { MAX_BINARY_LENGTH, MAX_STRING_LENGTH, type Scalar, type ScalarType } from "./resource/read-scalar.ts";
export { MAX_VALUES_PER_ATTRIBUTE } from "./resource/read-value.ts";
export type { Attribute, AttributeMap, Selection } from "./schema/attribute.ts";
export type {
  AttributeDefinition,
  AttributeType,
  Mutability,
  ResourceTypeDefinition,
  Returned,
  SchemaDefinition,
  SchemaExtension,
  Uniqueness,
} from "./schema/definition.ts";
export { enterpriseUserSchema } from "./schema/enterprise-user-schema.ts";
export { extendResourceType } from "./schema/extend-resource-type.ts";
export { groupSchema } from "./schema/group-schema.ts";
export type { ResourceOf } from "./schema/resource-of.ts";
export { compileResourceType, type ResourceType } from "./schema/resource-type.ts";
export { groupType, type ScimGroup, type ScimUser, userType } from "./schema/standard-types.ts";
export { userSchema } from "./schema/user-schema.ts";
export * from "./urns.ts";
export { readSearchRequest, SEARCH_PARAMETERS, type SearchParameter } from "./search/read-search-request.ts";
export { readSort, type Sort, type SortParameters } from "./search/read-sort.ts";
