using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>When a board meets once.</summary>
/// <param name="Board">The board.</param>
/// <param name="Slot">From when to when.</param>
/// <param name="CutOff">The instant before which a change must wait for the board to be on the agenda, unless it is urgent; at the latest the start.</param>
public sealed record MeetingTime(BoardId Board, Slot Slot, Instant CutOff);
