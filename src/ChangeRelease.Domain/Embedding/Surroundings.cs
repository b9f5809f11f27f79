using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a desk looked up around a subject before it asks or decides.</summary>
internal sealed record Surroundings(Stamp Stamp, ChangeCalendar? Calendar, Page<BookingLedger>? Ledger, Bookings? Bookings)
{
    public Page<EmergencyLedger>? Emergencies { get; init; }
}
