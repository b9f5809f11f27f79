using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Whether a release might start once those before it are live.</summary>
/// <param name="Release">The release.</param>
/// <param name="Refusals">Every reason why not; empty when it might.</param>
public sealed record RehearsedStart(ReleaseId Release, ValueList<Refusal> Refusals);
