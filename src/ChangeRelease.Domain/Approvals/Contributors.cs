using ChangeRelease.Domain.Foundation;

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
        .SelectMany(hand => directory.ServiceAccounts.Where(service => service.Account == hand.Person).Select(service => (service.Owner, Part: $"owner of {service.Account}, {hand.Part}")))
        .Aggregate(this, (known, owner) => known.With(owner.Owner, owner.Part));

    /// <summary>These contributors and one more contribution, unless it is already known.</summary>
    /// <param name="person">The person.</param>
    /// <param name="part">What they did.</param>
    /// <returns>New contributors.</returns>
    public Contributors With(ActorId person, string part)
    {
        var hand = new Contribution(person, part);
        return Hands.Contains(hand) ? this : new Contributors(Hands.With(hand));
    }
}

/// <summary>One person's hand in a subject.</summary>
/// <param name="Person">The person, or the service account itself.</param>
/// <param name="Part">What they did, for example <c>requester</c> or <c>owner of deploy-bot, implementer</c>.</param>
public sealed record Contribution(ActorId Person, string Part);
