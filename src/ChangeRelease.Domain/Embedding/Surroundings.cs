using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a desk looked up around a subject before it asks or decides; the head is that of the subject's own stream.</summary>
internal sealed record Surroundings(Stamp Stamp, Digest Head, ChangeCalendar? Calendar, Page<BookingLedger>? Ledger, Bookings? Bookings)
{
    public Page<EmergencyLedger>? Emergencies { get; init; }

    /// <summary>The environments' own ledgers, where the subject books in them.</summary>
    public ValueList<HeldEnvironment> Environments { get; init; } = [];

    /// <summary>The template that the subject names, as its own stream has it; null when it names none.</summary>
    public Page<ChangeTemplate>? Template { get; init; }
}
