using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>The requirements on who changes the rules that a subject lives under; each subject gives them its own room in their codes.</summary>
/// <remarks>A service account acts for the people who answer for it: what is asked is asked of each of them (S-24).</remarks>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class ProcessOwnerNeeds<TAttempt>
{
    /// <summary>Makes the requirements for one kind of subject.</summary>
    /// <param name="room">The first word of the codes, for example <c>change</c>.</param>
    /// <param name="act">The second word of the codes, for example <c>migration</c>.</param>
    /// <param name="stamp">Finds who acts.</param>
    /// <param name="directory">Finds who is in which role; null when the directory did not answer.</param>
    /// <param name="contributors">Finds who had a hand in the subject.</param>
    public ProcessOwnerNeeds(string room, string act, Func<TAttempt, Stamp> stamp, Func<TAttempt, DirectorySnapshot?> directory, Func<TAttempt, Contributors> contributors)
    {
        DirectoryKnown = Requirement.For<TAttempt>($"{room}.{act}.directory-missing")
            .Says("The directory says who owns the process.")
            .IsMetWhen(attempt => directory(attempt) is not null)
            .Explains(_ => Why.Because("The directory could not be looked up.").CuredBy(Remedy.Do("Try again when the directory answers")));
        IsProcessOwner = Requirement.For<TAttempt>($"{room}.{act}.not-process-owner")
            .Says("A process owner does it, in person or by a service account.")
            .IsMetWhen(attempt => Behind(stamp(attempt).Actor, directory(attempt)!) is { Count: > 0 } people && people.All(person => directory(attempt)!.Has(person, Role)))
            .Explains(attempt => Why.Because($"{stamp(attempt).Actor} does not act for a member of {Role} alone.")
                .CuredBy(Remedy.Ask(Role, $"Ask {People.Choose(1, directory(attempt)!.MembersOf(Role))} to do it")))
            .After(DirectoryKnown);
        IsIndependent = Requirement.For<TAttempt>($"{room}.{act}.contributed")
            .Says("Who does it had no hand in the subject.")
            .IsMetWhen(attempt => Hands(stamp(attempt).Actor, directory(attempt)!, contributors(attempt)).Count == 0)
            .Explains(attempt => Why.Because($"{stamp(attempt).Actor} had a hand in it and may not change the rules for it.")
                .Seeing("chain", string.Join("; ", Hands(stamp(attempt).Actor, directory(attempt)!, contributors(attempt)).Select(hand => $"{hand.Person}: {hand.Part}")))
                .CuredBy(Remedy.Ask(Role, "Ask a process owner who had no hand in it")))
            .After(DirectoryKnown);
    }

    /// <summary>The role whose members own the process.</summary>
    public static RoleId Role { get; } = new("process-owner");

    /// <summary>The directory says who owns the process (S-4).</summary>
    public Requirement<TAttempt> DirectoryKnown { get; }

    /// <summary>A process owner does it.</summary>
    public Requirement<TAttempt> IsProcessOwner { get; }

    /// <summary>Who does it had no hand in the subject (S-8).</summary>
    public Requirement<TAttempt> IsIndependent { get; }

    /// <summary>All of them, each after what it waits for.</summary>
    internal ValueList<Requirement<TAttempt>> All => [DirectoryKnown, IsProcessOwner, IsIndependent];

    // A service that nobody answers for acts for nobody, whatever role its account is in.
    private static ValueList<ActorId> Behind(Actor actor, DirectorySnapshot directory)
    {
        var owners = directory.OwnersOf(actor.Id);
        return (actor.Person is { } person ? owners.Prepend(person) : owners).Distinct().ToValueList();
    }

    private static ValueList<Contribution> Hands(Actor actor, DirectorySnapshot directory, Contributors contributors)
    {
        var known = contributors.WithOwners(directory);
        return Behind(actor, directory).Prepend(actor.Id).Distinct().SelectMany(known.Of).ToValueList();
    }
}
