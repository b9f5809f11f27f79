using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace TrainAndHotfix;

/// <summary>Hands commands in, one after the other, and keeps what was answered.</summary>
internal sealed class Teller
{
    private readonly List<(string Title, List<Step> Steps)> _chapters = [];

    public Desks Desks { get; } = new();

    public IReadOnlyList<Chapter> Chapters => [.. _chapters.Select(chapter => new Chapter(chapter.Title, chapter.Steps))];

    public void Begin(string title) => _chapters.Add((title, []));

    /// <summary>Sets the clock: a day of November, or of October as a number below one.</summary>
    public void At(int day, int hour, int minute = 0) => Desks.Now = Instant.FromUtc(2026, 11, 1, hour, minute) + Duration.FromDays(day - 1);

    /// <summary>What must be accepted; several commands in a row are told as one step.</summary>
    public async Task YesAsync(string what, params Act[] acts)
    {
        var answers = new List<Answer>();
        foreach (var act in acts)
        {
            var answer = await act.DoAsync(Desks);
            answers.Add(answer.Refusals.Count == 0 ? answer : throw new InvalidOperationException($"{what}: {string.Join(" ", answer.Refusals)}"));
        }

        Keep(what, acts, new Answer([.. answers.SelectMany(answer => answer.Events)], [], answers[^1].State));
    }

    /// <summary>What must be refused.</summary>
    public async Task NoAsync(string what, Act act)
    {
        var answer = await act.DoAsync(Desks);
        Keep(what, [act], answer.Refusals.Count > 0 ? answer : throw new InvalidOperationException($"{what} is accepted."));
    }

    /// <summary>Adds to the last step what can be seen after it.</summary>
    public void See(params IEnumerable<string> facts)
    {
        var steps = _chapters[^1].Steps;
        steps[^1] = steps[^1] with { Facts = [.. steps[^1].Facts, .. facts] };
    }

    /// <summary>Tells the changes aboard a release what became of it, as the library says.</summary>
    public async Task TidingsAsync(ReleaseId release)
    {
        foreach (var tiding in await Desks.Releases.TidingsAsync(release))
        {
            await YesAsync($"tells {tiding.Change} what became of {release}", Act.Following(tiding, People.Otto));
        }
    }

    /// <summary>A step without a command: somebody looks.</summary>
    public void Look(Actor who, string about, string what, params IEnumerable<string> facts) =>
        _chapters[^1].Steps.Add(new Step(Desks.Now, who.Id.Value, what, about, null, [], [.. facts], []));

    private void Keep(string what, Act[] acts, Answer answer) => _chapters[^1].Steps.Add(new Step(
        Desks.Now,
        string.Join(", ", acts.Select(act => act.Who.Id.Value).Distinct()),
        what,
        string.Join(", ", acts.Select(act => act.About).Distinct()),
        answer.State,
        answer.Events,
        [],
        answer.Refusals));
}
