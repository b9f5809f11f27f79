using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Who could complete what is pending (S-21).</summary>
/// <param name="Sets">
/// Sets of people and boards: if all of one set approve, it is satisfied, and if all but one of it do, it is not. Smallest first, then by name.
/// Empty when it is unreachable; one empty set when it is satisfied.
/// </param>
/// <param name="IsCut">Whether the search met its bound, so that there may be further sets, and smaller ones, and a large set may hold more than it needs.</param>
public sealed record MissingApprovals(ValueList<ValueList<Party>> Sets, bool IsCut)
{
    /// <summary>The most sets that are listed.</summary>
    public const int MostListed = 16;
}
