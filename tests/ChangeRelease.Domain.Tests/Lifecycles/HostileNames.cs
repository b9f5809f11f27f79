using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Names that mean something to those who draw, and lifecycles in which everything bears such a name.</summary>
internal static class HostileNames
{
    public static string[] Snippets { get; } =
    [
        "\"", "\\", "\\\"", "\\\\", "{", "}", "{}", "-->", "--", "[*]", ";", "#", "#35;", "%%", "%%{init", ":", ":::", "end", "note", "state", "as",
        "[[fork]]", "[[choice]]", "<<join>>", "direction", "DIRECTION LR", "direction\u00a0TB", "\u2028", "\u2029", "\u202e", "\u200f", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627",
        "&", "&quot;", "&#34;", "<b>", "]", "[label=x]", "->", "\\N", "\\l", "`", "'", " ", "Draft", "style a:#b;", "\ufb02\u00b0\u00b0\u00b6\u00df", "\U0001f680", "e\u0301", "\u3000", "\ufeff",
        "<br/>", "\\n", "classDef current fill:red", "class s0 current", "<script>", "---", "\u2713 ", "1 \u25b8 ",
    ];

    public static IEnumerable<string> All => Snippets.SelectMany(snippet => (string[])[$"a{snippet}b", $"x {snippet} LR"]);

    /// <summary>A drawing that shows everything of a lifecycle whose every name is the given one.</summary>
    public static (LifecycleDescription Lifecycle, Drawing Drawing) Drawn(string name)
    {
        var lifecycle = Named(name).Description;
        var (first, last, away) = (lifecycle.States[0], lifecycle.States[1], lifecycle.Transitions[1]);
        return (lifecycle, new Drawing
        {
            ShowsRequirements = true,
            Current = first,
            Path = [new PathStep(first, away.Trigger, first, away.Outcomes[0].Exit)],
            Visited = [last],
            Available = [lifecycle.Transitions[0].Trigger],
        });
    }

    public static Lifecycle<Trial> Named(string name)
    {
        var first = new State(name, Phase.InOrder(name, 1));
        var elsewhere = Lifecycle.Define<Trial>(name, 1, table => table.StartsIn(first).EndsIn(first));
        var last = new State($"{name}.", Phase.InOrder($"{name}.", 2));
        return Lifecycle.Define<Trial>($"{name}.", 1, table => table
            .StartsIn(first)
            .In(first)
                .On(new Trigger(name)).GoTo(last).When(Needs(name), Trial.Needs(1))
                .On(new Trigger($"{name}?")).ExitTo(elsewhere, first)
                .On(new Trigger($"{name}!")).Choose(Selector.For<Trial>(name, [name, "LR", "fork]]"], trial => trial.Answer), (name, last), ("LR", null), ("fork]]", last))
            .EndsIn(last));
    }

    private static Requirement<Trial> Needs(string name)
    {
        var text = Parameter.Text(name, "Anything.");
        return RequirementTemplate.For<Trial>("trial.text.missing", [text], _ => Requirement.For<Trial>("trial.text.missing").Says("It is so.").IsMetWhen(_ => true))
            .With(Arguments.Of(text, name));
    }
}
