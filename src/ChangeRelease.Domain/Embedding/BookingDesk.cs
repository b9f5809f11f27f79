using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application books slots for holders that are neither changes nor releases, or a planner for what it plans (S-51).</summary>
/// <remarks>
/// It holds no state and no rules of its own and is safe for any number of callers at once. Many clocks meet at a ledger, and its time does
/// not run backwards: what one of them saw expire has expired for all (S-73). Bookings in a ledger count as far as they stand: see <see cref="BookingLedger.Standing"/>.
/// </remarks>
public sealed class BookingDesk : StreamDesk<LedgerKey, BookingLedger, BookingCommand, BookingEvent>
{
    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where the calendar and the directory are known.</param>
    /// <param name="clock">What time it is; decisions themselves read no clock (S-2).</param>
    /// <param name="settings">What the host settled once: the tenant, how long a hold stands, how often a command is decided again.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public BookingDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
        : base(store, facts, clock, settings, Streams.Bookings, BookingJson.Write)
    {
    }

    private protected override StreamId StreamOf(LedgerKey key) => Streams.Of(Settings.Tenant, key);

    private protected override async ValueTask<Decision<BookingEvent>> DecideAsync(
        LedgerKey key, BookingLedger? subject, BookingCommand command, Stamp stamp, CancellationToken cancellation)
    {
        var calendar = key.Calendar is { } id && await Facts.CalendarAsync(cancellation).ConfigureAwait(false) is { } known && known.Id == id ? known : null;
        var directory = await Facts.DirectoryAsync(cancellation).ConfigureAwait(false);
        var facts = new BookingFacts(stamp, key, Settings.HoldStands) { Calendar = calendar, Roles = directory?.RolesOf(stamp.Actor), Tenant = Settings.Tenant };
        return BookingDecider.Decide(subject, command, facts);
    }
}
