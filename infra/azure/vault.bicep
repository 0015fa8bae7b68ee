// Where the keys of X are kept. They are put in by a person, never by a file. What is deleted can be brought back for 90 days.
param name string
param location string
param principalId string
param administrators string

// Key Vault Secrets User, and Key Vault Secrets Officer
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var secretsOfficer = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

resource ofTheBot 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: { roleDefinitionId: secretsUser, principalId: principalId, principalType: 'ServicePrincipal' }
}

resource ofAdministrators 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(administrators)) {
  name: guid(vault.id, administrators, secretsOfficer)
  scope: vault
  properties: { roleDefinitionId: secretsOfficer, principalId: administrators, principalType: 'Group' }
}

output name string = vault.name
