using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>A command handed in at a desk for changes, releases or templates.</summary>
/// <param name="Opens">Opens a desk over a store for a tenant.</param>
/// <param name="Subject">What it is handed in for.</param>
/// <param name="Command">What is attempted.</param>
/// <param name="Actor">Who attempts it.</param>
/// <param name="Id">The identity of the command.</param>
internal sealed record DeskBid<TId, TSubject, TCommand, TEvent>(
    Func<IEventStore, TenantId, Desk<TId, TSubject, TCommand, TEvent>> Opens, TId Subject, TCommand Command, Actor Actor, string Id) : Bid(Id)
    where TId : Identifier
    where TSubject : class
{
    public override async Task<string> DoAsync(IEventStore store, TenantId tenant) =>
        Told(await Opens(store, tenant).HandleAsync(Subject, Command, Actor, new CommandId(Id)).ConfigureAwait(false));

    public override async Task<string> AskAsync(IEventStore store, TenantId tenant) =>
        Told(await Opens(store, tenant).ExplainAsync(Subject, Command, Actor, new CommandId(Id)).ConfigureAwait(false));

    public override string ToString() => $"{Command} on {Subject} by {Actor.Id} as {Id}";
}
