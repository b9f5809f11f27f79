using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The refusals of one kind of subject that come before any table is asked.</summary>
/// <param name="noun">What the subject is called; also the room of its codes.</param>
/// <param name="begin">How a subject begins, as a request.</param>
/// <param name="begun">The same, as what happened.</param>
/// <param name="act">What is attempted when it is no trigger.</param>
internal sealed class SubjectRefusals(string noun, string begin, string begun, string act)
{
    /// <summary>Each code with what is needed.</summary>
    public IEnumerable<(string Code, string Rule)> All =>
        [(Code("request.missing"), Exists()), (Code("request.exists"), ExistsNot()), (Code("request.command-id-reused"), OneContent), (Code("time.backwards"), Forwards()), (Code("model.unknown"), Known())];

    private static string OneContent => "A command's identity stands for one content.";

    public Refusal Missing(Trigger? trigger) => Refusal.Of(
        Code("request.missing"),
        Exists(),
        Why.Because($"There is no {noun} that {trigger?.Value ?? act} could be taken on.").CuredBy(Remedy.Do($"{begin} the {noun} first, or check its name")));

    public Refusal Exists(Identifier id, State status) => Refusal.Of(
        Code("request.exists"),
        ExistsNot(),
        Why.Because($"The {noun} {id} was {begun} before.").Seeing("state", status).CuredBy(Remedy.Do($"{begin} the {noun} under another name")));

    public Refusal Reused(CommandId command) => Refusal.Of(
        Code("request.command-id-reused"),
        OneContent,
        Why.Because($"The command {command} took effect before, with another content.").CuredBy(Remedy.Do("Give the command an identity of its own")));

    public Refusal TimeRunsBackwards(Instant latest, Stamp stamp) => Refusal.Of(
        Code("time.backwards"),
        Forwards(),
        Why.Because($"The latest event is of {latest.ToText()}, and the command is of {stamp.At.ToText()}.")
            .Seeing("latest event", latest.ToText())
            .CuredFrom(latest));

    public Refusal ModelUnknown(LifecycleRef model) => Refusal.Of(
        Code("model.unknown"),
        Known(),
        Why.Because($"The {noun} lives under {model}, which is not among the known models.").CuredBy(Remedy.Do($"Add {model} to the models that the host knows")));

    private string Code(string problem) => $"{noun}.{problem}";

    private string Exists() => $"The {noun} exists.";

    private string ExistsNot() => $"The {noun} does not exist yet.";

    private string Forwards() => $"Time does not run backwards in a {noun}'s history.";

    private string Known() => $"The {noun} model that the {noun} lives under is known.";
}
