using System.Text.Json.Serialization;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>The minutes of a meeting as data, worked out from its history: they are kept nowhere else, and nobody edits them.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Board">The board.</param>
/// <param name="Planned">From when to when it was planned.</param>
/// <param name="CutOff">When its agenda was closed; null when it was convened at short notice.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="AdjournedAt">When it was adjourned; null while the board sits.</param>
/// <param name="Attendance">Who was there from when to when, in the order in which they came.</param>
/// <param name="Items">The items, in the order of the agenda.</param>
/// <param name="LeftOut">The changes that waited for the board and were left out, each with the reason.</param>
/// <param name="Approval">Who let them stand; null before.</param>
public sealed record BoardMinutes(
    MeetingId Meeting,
    BoardId Board,
    Slot Planned,
    Instant? CutOff,
    Instant OpenedAt,
    Instant? AdjournedAt,
    ValueList<Presence> Attendance,
    ValueList<MinutedItem> Items,
    ValueList<OmittedChange> LeftOut,
    MinutesApproval? Approval)
{
    /// <summary>The digest of what they say, without who let them stand: what an approval names (S-23).</summary>
    [JsonIgnore]
    public Digest Digest => Digest.Of(MeetingJson.Write(this with { Approval = null }));

    /// <summary>Works the minutes out.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <returns>The minutes, so far or for good; null when the meeting was never opened.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="meeting"/> is null.</exception>
    public static BoardMinutes? Of(BoardMeeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return meeting.OpenedAt is { } opened
            ? new BoardMinutes(
                meeting.Id,
                meeting.Board,
                meeting.Slot,
                meeting.CutOff,
                opened,
                meeting.AdjournedAt,
                meeting.Presences,
                meeting.Items.Select(MinutedItem.Of).ToValueList(),
                meeting.LeftOut,
                meeting.Approval)
            : null;
    }
}

/// <summary>What the minutes say of one item.</summary>
/// <param name="Pinned">The change, as it was on the agenda.</param>
/// <param name="Decision">What the board decided, and its change took up; null when it did not decide.</param>
/// <param name="Deferral">How it was put off; null unless it was.</param>
public sealed record MinutedItem(PinnedChange Pinned, MinutedDecision? Decision, ItemDeferral? Deferral)
{
    /// <summary>What the minutes say of an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The entry; with neither decision nor deferral while the item is open.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public static MinutedItem Of(MeetingItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new MinutedItem(item.Pinned, item.Ruling is { IsEntered: true } ruling ? MinutedDecision.Of(ruling) : null, item.Deferral);
    }
}

/// <summary>What the minutes say of one decision.</summary>
/// <param name="Choice">What the board decided.</param>
/// <param name="Seen">The digest of the content that it saw.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Present">Who was present, in ordinal order.</param>
/// <param name="Quorum">Who of them counted, who was struck out and why, and how many were needed.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record MinutedDecision(
    VoteChoice Choice, Digest Seen, string Reason, ValueList<ActorId> Present, BoardQuorum Quorum, Actor RecordedBy, Instant At)
{
    internal static MinutedDecision Of(ItemRuling ruling) => new(
        ruling.Decision.Choice,
        ruling.Decision.Seen,
        ruling.Decision.Reason,
        ruling.Decision.Attendance,
        ruling.Quorum,
        ruling.Stamp.Actor,
        ruling.Stamp.At);
}
