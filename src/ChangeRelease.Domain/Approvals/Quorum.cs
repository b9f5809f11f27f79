using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>How many different people of one role must approve, and how long an approval holds (S-20, S-25).</summary>
public sealed record Quorum
{
    /// <summary>Asks for approvers.</summary>
    /// <param name="role">The role whose members may approve.</param>
    /// <param name="approvers">How many different people; at least one, since nobody is no authority (S-8).</param>
    /// <param name="validity">How long an approval counts after it was given; null when it does not expire. At its end it counts no longer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="approvers"/> is below one, or <paramref name="validity"/> is not positive.</exception>
    public Quorum(RoleId role, int approvers, Duration? validity = null)
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentOutOfRangeException.ThrowIfLessThan(approvers, 1);
        if (validity is { } given && given <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(validity), "An approval must hold for some time.");
        }

        (Role, Approvers, Validity) = (role, approvers, validity);
    }

    /// <summary>The role whose members may approve.</summary>
    public RoleId Role { get; }

    /// <summary>How many different people must approve.</summary>
    public int Approvers { get; }

    /// <summary>How long an approval counts after it was given; null when it does not expire.</summary>
    public Duration? Validity { get; }

    /// <summary>The quorum in words.</summary>
    /// <returns>For example <c>2 of cab</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Approvers} of {Role}");

    internal Quorum WithMore(int approvers) => new(Role, Approvers + approvers, Validity);
}
