using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using ChangeRelease.Domain.Tests.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>A desk for the ledger of one environment over any store, with a clock of its own.</summary>
internal sealed class Booth : IClock
{
    public static readonly LedgerKey Ledger = LedgerKey.Of(new EnvironmentId("production"));
    public static readonly StreamId Stream = new(World.Tenant, "environment-bookings", "production");

    private static readonly FactBook Book = new()
    {
        Directory = new DirectorySnapshot("1", [new Membership(BookingNeeds.Stewards, [BookingDice.Sue.Id])]),
    };

    public Instant Now { get; set; } = NaiveLedger.Opening;

    public TenantId Of { get; init; } = World.Tenant;

    public Instant GetCurrentInstant() => Now;

    public BookingDesk Desk(IEventStore store) => new(store, Book, this, new DeskSettings(Of) { HoldStands = NaiveLedger.HoldStands });

    public async Task<Outcome<BookingLedger, BookingEvent>> Do(IEventStore store, BookingCommand command, Actor actor, string id) =>
        await Desk(store).HandleAsync(Ledger, command, actor, new CommandId(id)).ConfigureAwait(false);

    public async Task Must(IEventStore store, BookingCommand command, Actor actor, string id) =>
        (await Do(store, command, actor, id)).Refusals.Should().BeEmpty("{0} is accepted", command);

    public static string Told(Outcome<BookingLedger, BookingEvent> outcome) => Bid.Told(outcome);

    public static StreamId StreamOf(TenantId tenant) => new(tenant, Stream.Kind, Stream.Key);

    public static async Task<BookingLedger> LedgerIn(IEventStore store, TenantId? tenant = null) => (await World.Records(store, StreamOf(tenant ?? World.Tenant)))
        .Select(record => BookingJson.ReadEvent(record.Payload.Span))
        .Aggregate(BookingLedger.Empty, BookingLedger.Fold);

    /// <summary>The bookings, each as a line.</summary>
    public static string Lines(BookingLedger ledger) => string.Join(
        '\n', ledger.Bookings.Select(booking => $"{booking.Holder} {booking.Command} {booking.Owner} {booking.Slots} {booking.Expires}").Order(StringComparer.Ordinal));

    /// <summary>The first instant at which more stood than the capacity was; null when there is none. Every event in turn, every hour after it.</summary>
    public static async Task<string?> Overfilled(IEventStore store, TenantId? tenant = null)
    {
        var ledger = BookingLedger.Empty;
        foreach (var record in await World.Records(store, StreamOf(tenant ?? World.Tenant)))
        {
            ledger = BookingLedger.Fold(ledger, BookingJson.ReadEvent(record.Payload.Span));
            for (var hour = 0; hour < NaiveLedger.Hours; hour++)
            {
                var slot = NaiveLedger.Slot(hour, hour + 1);
                var standing = ledger.Bookings.Where(booking => booking.Expires is not { } expires || record.At < expires).Sum(booking => booking.Slots.Count(held => held.Start < slot.End && slot.Start < held.End));
                if (slot.End > record.At && standing > ledger.Capacity)
                {
                    return FormattableString.Invariant($"{standing} in {slot} after version {record.Version}, for {ledger.Capacity}");
                }
            }
        }

        return null;
    }
}
