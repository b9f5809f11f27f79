using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>The people who had a hand in a subject, with how; none of them counts as its approver (S-24).</summary>
/// <param name="Hands">Each person and what they did, in the order it became known.</param>
public sealed record Contributors(ValueList<Contribution> Hands)
{
    /// <summary>Nobody yet.</summary>
    public static Contributors None { get; } = new(ValueList<Contribution>.Empty);

    /// <summary>What a person did.</summary>
    /// <param name="person">The person.</param>
    /// <returns>Every contribution of that person; none when there is none.</returns>
    public IEnumerable<Contribution> Of(ActorId person) => Hands.Where(hand => hand.Person == person);

    /// <summary>Whether a person had a hand in it.</summary>
    /// <param name="person">The person.</param>
    /// <returns>True when they did.</returns>
    public bool Include(ActorId person)
    {
        foreach (var hand in Hands)
        {
            if (hand.Person == person)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>These contributors and one more contribution, unless it is already known.</summary>
    /// <param name="actor">Who acted; a service account stands for its owner.</param>
    /// <param name="part">What they did, for example <c>requester</c>.</param>
    /// <returns>New contributors.</returns>
    public Contributors With(Actor actor, string part)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = With(actor.Id, part);
        return actor is { IsService: true, Owner: { } owner } ? account.With(owner, $"owner of {actor.Id}, {part}") : account;
    }

    /// <summary>These contributors, and the owners of the service accounts among them (S-24).</summary>
    /// <param name="directory">Who answers for which account; null adds nobody.</param>
    /// <returns>New contributors, or these when nobody is added.</returns>
    public Contributors WithOwners(DirectorySnapshot? directory) => directory is null ? this : Hands
        .SelectMany(hand => directory.OwnersOf(hand.Person).Select(owner => (Owner: owner, Part: $"owner of {hand.Person}, {hand.Part}")))
        .Aggregate(this, (known, owner) => known.With(owner.Owner, owner.Part));

    /// <summary>These contributors with everyone who does not approve for their sake: owners of service accounts, delegates, and whom a host keeps apart (S-24).</summary>
    /// <param name="directory">Who answers for whom, who may vote for whom, who is in which role; null adds nobody.</param>
    /// <param name="separations">The parties that the host keeps apart.</param>
    /// <param name="at">The instant at which delegations are looked at.</param>
    /// <returns>New contributors, or these when nobody is added.</returns>
    public Contributors Resolved(DirectorySnapshot? directory, ValueList<Separation> separations, Instant at)
    {
        ArgumentNullException.ThrowIfNull(separations);
        return directory is null ? this : WithOwners(directory).WithDelegates(directory.DelegationsAt(at)).WithOwners(directory).WithSeparated(directory, separations);
    }

    /// <summary>These contributors and one more contribution, unless it is already known.</summary>
    /// <param name="person">The person.</param>
    /// <param name="part">What they did.</param>
    /// <returns>New contributors.</returns>
    public Contributors With(ActorId person, string part)
    {
        var hand = new Contribution(person, part);
        return Hands.Contains(hand) ? this : new Contributors(Hands.With(hand));
    }

    internal string ChainOf(ActorId person) => string.Join("; ", Of(person).Select(hand => $"{hand.Person}: {hand.Part}"));

    private Contributors WithDelegates(Delegations delegations) => Hands
        .SelectMany(hand => delegations.DelegatesOf(hand.Person).Select(person => (Person: person, Part: $"delegate ({string.Join(" → ", delegations.Chain(hand.Person, person)!)}) of {hand.Person}, {hand.Part}")))
        .Aggregate(this, (known, delegated) => known.With(delegated.Person, delegated.Part));

    // Only who had a hand keeps others out; who is kept out for a contributor's sake does not keep out more.
    private Contributors WithSeparated(DirectorySnapshot directory, ValueList<Separation> separations) => separations
        .SelectMany(pair => Hands.Where(hand => pair.Contributing.Has(hand.Person, directory)), (pair, hand) => (pair.Approving, Part: $"kept apart from {hand.Person}, {hand.Part}"))
        .SelectMany(apart => apart.Approving.People(directory), (apart, person) => (Person: person, apart.Part))
        .Aggregate(this, (known, apart) => known.With(apart.Person, apart.Part));
}

/// <summary>One person's hand in a subject.</summary>
/// <param name="Person">The person, or the service account itself.</param>
/// <param name="Part">What they did, for example <c>requester</c> or <c>owner of deploy-bot, implementer</c>.</param>
public sealed record Contribution(ActorId Person, string Part);
