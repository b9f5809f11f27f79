using ChangeRelease.Domain.Releases;

namespace TrainAndHotfix.Chapters;

/// <summary>The search goes out right after it; its canary fails, halts by itself, and goes back.</summary>
internal static class GoingBack
{
    public static async Task TellAsync(Teller teller)
    {
        teller.Begin("Tuesday, 22:00: a canary that fails");
        teller.At(3, 22, 5);
        await teller.YesAsync("begins to deploy the search", Act.On(Cargo.Search42, People.Otto, new DeployRelease()));
        await teller.TidingsAsync(Cargo.Search42);
        await teller.YesAsync("brings it to a part of Europe", Leaving.Stage(Cargo.Search42, "eu canary"));
        await Leaving.ExposureAsync(teller, Cargo.Search42);

        teller.At(3, 22, 12);
        await teller.YesAsync("sees twice the errors; that halts the rollout", Act.On(Cargo.Search42, People.Watcher, new RecordGateEvidence(Cargo.Seen("error rate", GateVerdict.Failed, teller.Desks.Now, "errors of REL-42, eu canary"))));
        await teller.NoAsync("goes on all the same", Act.On(Cargo.Search42, People.Otto, new ContinueRollout()));
        await teller.YesAsync("rolls it back, without waiting for anybody", Act.On(Cargo.Search42, People.Watcher, release => new RollBackRelease("Twice the errors of the version before", release.WayBack)));

        teller.At(3, 22, 20);
        await teller.YesAsync("reports that everybody is back", Act.On(Cargo.Search42, People.Otto, new FinishRollBack()));
        await Leaving.ExposureAsync(teller, Cargo.Search42);
        await teller.TidingsAsync(Cargo.Search42);
        await teller.TidingsAsync(Cargo.Search42);
        await teller.YesAsync("closes the release; the next one is another", Act.On(Cargo.Search42, People.Ben, new CloseRelease()));
    }
}
