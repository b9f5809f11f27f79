using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using ChangeRelease.Domain.Tests.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>A command on the ledger of an environment by an actor, so many minutes after the opening by its own clock.</summary>
internal sealed record BookingBid(BookingCommand Command, Actor Actor, string Id, int Minutes = 0) : Bid(Id)
{
    public Instant At => NaiveLedger.Opening + Duration.FromMinutes(Minutes);

    public override async Task<string> DoAsync(IEventStore store, TenantId tenant) =>
        Told(await Desk(store, tenant).HandleAsync(Booth.Ledger, Command, Actor, new CommandId(Id)).ConfigureAwait(false));

    public override async Task<string> AskAsync(IEventStore store, TenantId tenant) =>
        Told(await Desk(store, tenant).ExplainAsync(Booth.Ledger, Command, Actor, new CommandId(Id)).ConfigureAwait(false));

    public override string ToString() => FormattableString.Invariant($"{Command} by {Actor.Id} as {Id} after {Minutes} minutes");

    private BookingDesk Desk(IEventStore store, TenantId tenant) => new Booth { Now = At, Of = tenant }.Desk(store);
}
