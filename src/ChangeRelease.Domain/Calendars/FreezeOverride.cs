using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Who may override a freeze for one change: one person proposes it, and a second one confirms (S-48).</summary>
public sealed record FreezeOverride
{
    private static readonly Duration Longest = Duration.FromDays(3_660);

    /// <summary>States who may.</summary>
    /// <param name="by">The role that both people need.</param>
    /// <param name="proposalStands">How long a proposal waits for its second person; at its end it is void.</param>
    /// <exception cref="ArgumentNullException"><paramref name="by"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="proposalStands"/> is shorter than a microsecond, or longer than 3 660 days.</exception>
    public FreezeOverride(RoleId by, Duration proposalStands)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentOutOfRangeException.ThrowIfLessThan(proposalStands, Duration.FromNanoseconds(1_000));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(proposalStands, Longest);
        (By, ProposalStands) = (by, proposalStands.ToMicroseconds());
    }

    /// <summary>The role that both people need.</summary>
    public RoleId By { get; }

    /// <summary>How long a proposal waits for its second person, in whole microseconds; at its end it is void.</summary>
    public Duration ProposalStands { get; }
}
