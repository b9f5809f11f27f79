using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace QuickStart.Journeys;

/// <summary>Goes to a desk for one subject, and writes down what came of it.</summary>
internal sealed class Visitor<TId, TSubject, TCommand, TEvent>(
    Desk<TId, TSubject, TCommand, TEvent> desk, TId id, Story story, Stage stage, Func<TSubject, string> state)
    where TId : Identifier
    where TSubject : class
{
    public async Task<TSubject?> FindAsync() => await desk.FindAsync(id);

    /// <summary>Whether a command would be accepted now; nothing happens.</summary>
    public async Task<bool> MayAsync(Actor who, TCommand command) =>
        (await desk.ExplainAsync(id, command, who, stage.NextCommand())).IsAccepted;

    /// <summary>Does it. When it is refused and time alone will not help, the story is stuck.</summary>
    /// <returns>When to go on; null when the story is stuck.</returns>
    public async Task<Instant?> DoAsync(Actor who, string what, TCommand command)
    {
        var attempt = await HandleAsync(who, what, command);
        story.Stuck = attempt is { IsRefused: true, Cured: null } ? attempt : null;
        return story.Stuck is null ? attempt.Cured ?? stage.Soon : null;
    }

    /// <summary>Does it, and goes on whether it is accepted or not.</summary>
    public async Task<bool> TryAsync(Actor who, string what, TCommand command) => !(await HandleAsync(who, what, command)).IsRefused;

    /// <summary>Shows a refusal: does it only if it will be refused, which asking tells beforehand.</summary>
    public async Task TryInVainAsync(Actor who, string what, TCommand command)
    {
        if (!await MayAsync(who, command))
        {
            await HandleAsync(who, what, command);
        }
    }

    public async Task SearchAsync(Instant notBefore)
    {
        story.SearchedFrom = notBefore;
        story.Search = await desk.EarliestSlotAsync(id, notBefore, notBefore + Stage.Horizon);
    }

    private async Task<Attempt> HandleAsync(Actor who, string what, TCommand command)
    {
        var outcome = await desk.HandleAsync(id, command, who, stage.NextCommand());
        var attempt = new Attempt(stage.Now, who, what, outcome.Subject is { } subject ? state(subject) : "not opened", outcome.Refusals);
        story.Add(attempt);
        return attempt;
    }
}
