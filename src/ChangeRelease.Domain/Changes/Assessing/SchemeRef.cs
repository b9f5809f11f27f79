using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>The scheme that an assessment was made under, by id and version (S-6).</summary>
/// <param name="Id">The scheme.</param>
/// <param name="Version">Which version of it.</param>
public sealed record SchemeRef(SchemeId Id, int Version)
{
    /// <summary>Name and version.</summary>
    /// <returns>For example <c>house@3</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}");
}
