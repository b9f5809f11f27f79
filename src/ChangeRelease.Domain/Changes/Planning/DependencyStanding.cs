using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>How a change stands that another depends on, itself or by way of others.</summary>
/// <param name="Id">The change.</param>
/// <param name="Version">The version of it that was looked at.</param>
/// <param name="Status">The state it is in.</param>
/// <param name="IsMade">Whether it was made and stands: see <see cref="ChangeRequest.IsMade"/>.</param>
/// <param name="DependsOn">The changes that it depends on.</param>
public sealed record DependencyStanding(ChangeId Id, long Version, State Status, bool IsMade, ValueList<ChangeId> DependsOn)
{
    /// <summary>How a change stands.</summary>
    /// <param name="change">The change.</param>
    /// <returns>Its standing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public static DependencyStanding Of(ChangeRequest change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new DependencyStanding(change.Id, change.Version, change.Status, change.IsMade, change.Content.DependsOn);
    }

    /// <summary>The change, its version and its state.</summary>
    /// <returns>For example <c>CHG-7@12 Scheduled</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version} {Status}");
}
