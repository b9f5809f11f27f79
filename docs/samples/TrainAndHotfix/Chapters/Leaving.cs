using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace TrainAndHotfix.Chapters;

/// <summary>The train leaves, and the checkout goes out: a part of Europe, Europe, a part of America, America.</summary>
internal static class Leaving
{
    public static async Task TellAsync(Teller teller)
    {
        teller.Begin("Tuesday, November 3, 20:00: the train leaves, and the checkout goes out");
        teller.At(3, 20);
        await teller.YesAsync("lets the train go", Act.On(Journey.Weekly, People.Cleo, new DepartTrain(Boarding.First)));

        teller.At(3, 20, 5);
        await teller.YesAsync("begins to deploy the checkout", Act.On(Cargo.Shop41, People.Otto, new DeployRelease()));
        await teller.TidingsAsync(Cargo.Shop41);
        await teller.NoAsync("brings it to all of Europe at once", Stage(Cargo.Shop41, "eu"));
        await teller.YesAsync("brings it to a part of Europe", Stage(Cargo.Shop41, "eu canary"));
        await ExposureAsync(teller, Cargo.Shop41);

        teller.At(3, 20, 15);
        await teller.NoAsync("ends the watch before its time", Act.On(Cargo.Shop41, People.Otto, new FinishStage("eu canary")));
        teller.At(3, 20, 21);
        await teller.YesAsync("sees an error rate like before, and the watch ends", Passed(teller, Cargo.Shop41, "eu canary"));
        await teller.YesAsync("brings it to all of Europe", Stage(Cargo.Shop41, "eu"));
        teller.At(3, 20, 32);
        await teller.YesAsync("ends the stage; Europe is free for the next release", Act.On(Cargo.Shop41, People.Otto, new FinishStage("eu")));
        await teller.YesAsync("brings it to a part of America", Stage(Cargo.Shop41, "us canary"));
        teller.At(3, 20, 48);
        await teller.YesAsync("sees an error rate like before, and the watch ends", Passed(teller, Cargo.Shop41, "us canary"));
        await teller.YesAsync("brings it to all of America", Stage(Cargo.Shop41, "us"));
        teller.At(3, 21);
        await teller.YesAsync("ends the stage and the rollout", Act.On(Cargo.Shop41, People.Otto, new FinishStage("us")), Act.On(Cargo.Shop41, People.Otto, new FinishRollout()));
        await ExposureAsync(teller, Cargo.Shop41);
        Registered(teller, "2.4.0");

        teller.At(3, 21, 30);
        await teller.YesAsync("accepts the release", Act.On(Cargo.Shop41, People.Ada, new AcceptRelease()));
        await teller.TidingsAsync(Cargo.Shop41);
    }

    public static Act Stage(ReleaseId id, string stage) => Act.On(id, People.Otto, release => new StartStage(stage, release.Content.Package!.Digest));

    public static async Task ExposureAsync(Teller teller, ReleaseId id)
    {
        var release = (await teller.Desks.Releases.FindAsync(id))!;
        teller.See(release.Content.Environments.Select(region => $"{region}: {release.ExposureOf(region)} have it, {release.VersionsServing(region)} serve"));
    }

    /// <summary>The registry of the shop hears of it.</summary>
    public static void Registered(Teller teller, string version)
    {
        foreach (var region in new[] { Shop.Europe, Shop.America })
        {
            teller.Desks.Serves(Cargo.Checkout, new ActiveVersion(region, SemanticVersion.Parse(version), Cargo.Package($"checkout {version}", teller.Desks.Now, "registry").Digest));
        }
    }

    private static Act[] Passed(Teller teller, ReleaseId id, string stage) =>
    [
        Act.On(id, People.Watcher, new RecordGateEvidence(Cargo.Seen("error rate", GateVerdict.Passed, teller.Desks.Now, $"errors of {id}, {stage}"))),
        Act.On(id, People.Otto, new FinishStage(stage)),
    ];
}
