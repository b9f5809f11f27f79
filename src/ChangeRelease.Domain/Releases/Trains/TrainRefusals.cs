using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>The refusals that come before any requirement is asked.</summary>
internal static class TrainRefusals
{
    public static Refusal Reused(CommandId command) => Refusal.Of(
        "train.request.command-id-reused",
        "A command's identity stands for one content.",
        Why.Because($"The command {command} took effect before, with another content.").CuredBy(Remedy.Do("Give the command an identity of its own")));

    public static Refusal TimeRunsBackwards(Instant latest, Stamp stamp) => Refusal.Of(
        "train.time.backwards",
        "Time does not run backwards in a train's history.",
        Why.Because($"The latest event is of {latest.ToText()}, and the command is of {stamp.At.ToText()}.").CuredFrom(latest));

    public static Refusal NotOpened { get; } = Refusal.Of(
        "train.request.not-opened",
        "The train was opened.",
        Why.Because("There is no such train.").CuredBy(Remedy.Do("Open the train first, or check the name")));

    public static Refusal OpenedAlready(TrainId id) => Refusal.Of(
        "train.request.opened-already",
        "A train is opened once.",
        Why.Because($"The train {id} was opened before.").CuredBy(Remedy.Do("Give the train an id of its own")));
}
