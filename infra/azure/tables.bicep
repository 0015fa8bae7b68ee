// The storage account with the tables. Nobody has a key to it: who may in, may in by role.
param name string
param location string
param zoneRedundant bool
param principalId string
param administrators string

// Storage Table Data Contributor
var tableDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource ofTheBot 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: { roleDefinitionId: tableDataContributor, principalId: principalId, principalType: 'ServicePrincipal' }
}

resource ofAdministrators 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(administrators)) {
  name: guid(account.id, administrators, tableDataContributor)
  scope: account
  properties: { roleDefinitionId: tableDataContributor, principalId: administrators, principalType: 'Group' }
}

output endpoint string = 'https://${account.name}.table.${environment().suffixes.storage}'
