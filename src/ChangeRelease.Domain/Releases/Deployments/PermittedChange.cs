using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A change that a deployment brought, and what permitted that: by it, the histories of release and change name each other.</summary>
/// <param name="Change">The change.</param>
/// <param name="Content">The digest of the change's material content (S-23).</param>
/// <param name="Permit">The digest of the permit; the change's history has it in the event of its start.</param>
public sealed record PermittedChange(ChangeId Change, Digest Content, Digest Permit);
