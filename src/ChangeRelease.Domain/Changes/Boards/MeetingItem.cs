using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>One change on the agenda of a meeting, and what became of it there.</summary>
/// <param name="Pinned">The change, as it was when the agenda was set.</param>
public sealed record MeetingItem(PinnedChange Pinned)
{
    /// <summary>What the board decided; null while it has not.</summary>
    public ItemRuling? Ruling { get; init; }

    /// <summary>How it was put off; null unless it was.</summary>
    public ItemDeferral? Deferral { get; init; }

    /// <summary>Whether it is still to be taken.</summary>
    public bool IsOpen => Ruling is null && Deferral is null;

    /// <summary>Whether it is done with: put off, or decided and taken up by the change.</summary>
    public bool IsSettled => Deferral is not null || Ruling is { IsEntered: true };
}

/// <summary>What a board decided on an item, by whom it was recorded, and who was present.</summary>
/// <param name="Decision">What was decided, on which content, with everybody who was present then.</param>
/// <param name="Quorum">Who of those present counted, and who was struck out.</param>
/// <param name="Stamp">When it was recorded, by whom, and as which command.</param>
public sealed record ItemRuling(BoardRuling Decision, BoardQuorum Quorum, Stamp Stamp)
{
    /// <summary>Whether the history of the change has it, too.</summary>
    public bool IsEntered { get; init; }
}

/// <summary>How an item was put off.</summary>
/// <param name="To">The later meeting; null for whichever comes next.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When.</param>
public sealed record ItemDeferral(MeetingId? To, string Reason, Actor By, Instant At);
