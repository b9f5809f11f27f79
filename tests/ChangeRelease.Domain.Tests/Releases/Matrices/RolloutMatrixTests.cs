using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Matrices;

/// <summary>The rollout cell by cell, written by hand: where in its stages, which trigger, which strategy (S-52).</summary>
public sealed class RolloutMatrixTests
{
    /// <summary>
    /// Where: 0 before any stage, N in a stage that another follows, L in the last one, V after all; s its gate is passed and it has baked, d it ended, f its gate failed; P paused.
    /// What: a dot is undefined, x is refused for a reason, next begins the next stage.
    /// </summary>
    private const string Text = """
        at    BeginStage  RecordGate  RecordGate:failed  StageDone  AllStagesDone  Pause  Continue  RollBack  RollForward

        0     next        x           x                  x          x              P0     .         back      forward
        N     x           Ns          PNf                x          x              PN     .         back      forward
        Ns    x           Ns          PNf                Nd         x              PNs    .         back      forward
        Nd    next        Nd          PNdf               x          x              PNd    .         back      forward
        L     x           Ls          PLf                x          x              PL     .         back      forward
        Ls    x           Ls          PLf                Ld         x              PLs    .         back      forward
        Ld    x           Ld          PLdf               x          V              PLd    .         back      forward
        P0    .           x           x                  .          .              .      0         back      forward
        PN    .           PNs         PNf                .          .              .      N         back      forward
        PNs   .           PNs         PNf                .          .              .      Ns        back      forward
        PNf   .           PNs         PNf                .          .              .      x         back      forward
        PNd   .           PNd         PNdf               .          .              .      Nd        back      forward
        PNdf  .           PNd         PNdf               .          .              .      x         back      forward
        PL    .           PLs         PLf                .          .              .      L         back      forward
        PLs   .           PLs         PLf                .          .              .      Ls        back      forward
        PLf   .           PLs         PLf                .          .              .      x         back      forward
        PLd   .           PLd         PLdf               .          .              .      Ld        back      forward
        PLdf  .           PLd         PLdf               .          .              .      x         back      forward
        V     .           .           .                  .          .              .      .         back      forward
        """;

    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly string[] Main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];
    private static readonly string[][] Rows = Text.Split('\n', Tidy).Select(line => line.Split(' ', Tidy)).ToArray();

    /// <summary>What is exposed, and which versions serve, before any stage and from the beginning of each on.</summary>
    public static TheoryData<RolloutStrategy, int[], string[]> Strategies => new()
    {
        { RolloutStrategy.AllAtOnce, [100], ["0 % [2.3.9]", "100 % [2.4.0]"] },
        { RolloutStrategy.Rings, [10, 50, 100], ["0 % [2.3.9]", "10 % [2.3.9, 2.4.0]", "50 % [2.3.9, 2.4.0]", "100 % [2.4.0]"] },
        { RolloutStrategy.Canary, [5, 100], ["0 % [2.3.9]", "5 % [2.3.9, 2.4.0]", "100 % [2.4.0]"] },
        { RolloutStrategy.BlueGreen, [0, 100], ["0 % [2.3.9]", "0 % [2.3.9]", "100 % [2.4.0]"] },
        { RolloutStrategy.DarkLaunch, [0, 30, 100], ["0 % [2.3.9]", "0 % [2.3.9]", "30 % [2.3.9, 2.4.0]", "100 % [2.4.0]"] },
    };

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Every_cell_is_what_the_engine_does(RolloutStrategy strategy, int[] exposures, string[] serving)
    {
        var plan = new RolloutPlan(strategy, exposures.Select((share, at) => new RolloutStage($"stage {at + 1}", Crew.Production, Share.Percent(share))
        {
            Bake = Duration.FromMinutes(10),
            Gates = [Gate.Analysis("error rate")],
        }).ToValueList());
        var differences = new List<string>();
        var tried = 0;
        foreach (var (row, stage) in Rows.Skip(1).SelectMany(row => StagesFor(row[0], exposures.Length).Select(stage => (row, stage))))
        {
            for (var column = 1; column < row.Length; column++)
            {
                tried++;
                var (voyage, trigger) = (Arrive(plan, row[0], stage), Rows[0][column]);
                var (before, expected) = (Seen(voyage, exposures.Length), Resolved(row[column], stage, exposures.Length));
                var found = Take(voyage, trigger, exposures.Length);
                var begun = voyage.Release.Runs.Count > 0 ? voyage.Release.Runs.Count : expected == "forward" ? stage : 0;
                if (before != row[0] || found != expected || Serves(voyage) != serving[begun])
                {
                    differences.Add($"stage {stage}, {trigger} at {before} ({row[0]}): expected {expected} with {serving[begun]}, found {found} with {Serves(voyage)}");
                }
            }
        }

        differences.Should().BeEmpty();
        tried.Should().Be(9 * (3 + ((exposures.Length - 1) * 8) + 8));
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Rolled_back_from_anywhere_the_good_version_serves_alone(RolloutStrategy strategy, int[] exposures, string[] serving)
    {
        var plan = new RolloutPlan(strategy, exposures.Select((share, at) => new RolloutStage($"stage {at + 1}", Crew.Production, Share.Percent(share)) { Gates = [Gate.Analysis("error rate")] }).ToValueList());

        Rows.Skip(1).SelectMany(row => StagesFor(row[0], exposures.Length).Select(stage => Arrive(plan, row[0], stage).Go("RollBack", "RolledBack")))
            .Select(Serves).Distinct().Should().Equal(serving[0]);
    }

    private static IEnumerable<int> StagesFor(string at, int count) => at.Contains('N', StringComparison.Ordinal) ? Enumerable.Range(1, count - 1) : at.Contains('0', StringComparison.Ordinal) ? [0] : [count];

    private static Voyage Arrive(RolloutPlan plan, string at, int stage)
    {
        var voyage = new Voyage(Crew.Content with { Rollout = plan }).Go(Main);
        for (var done = 1; done < stage; done++)
        {
            voyage.Go("StageDone");
        }

        string[] way = at.TrimStart('P') switch
        {
            "0" => [],
            "N" or "L" => ["BeginStage"],
            "Ns" or "Ls" => ["BeginStage", "RecordGate"],
            "Nd" or "Ld" => ["StageDone"],
            "Nf" or "Lf" => ["BeginStage", "RecordGate:failed"],
            "Ndf" or "Ldf" => ["StageDone", "RecordGate:failed"],
            _ => ["AllStagesDone"],
        };
        voyage.Go(way);
        return at.StartsWith('P') && voyage.State == "Deploying" ? voyage.Go("Pause") : voyage;
    }

    private static string Take(Voyage voyage, string trigger, int count)
    {
        var refusals = voyage.Do(voyage.Good(trigger)).Refusals;
        return refusals.Count == 0 ? Seen(voyage, count) : refusals[0].Code == "lifecycle.transition.undefined" ? "." : "x";
    }

    private static string Resolved(string cell, int stage, int count) => cell == "next" ? stage + 1 == count ? "L" : "N" : cell;

    private static string Seen(Voyage voyage, int count)
    {
        var run = voyage.Release.Runs is [.., var last] ? last : null;
        var at = run is null ? "0" : voyage.Release.Runs.Count == count ? "L" : "N";
        var verdict = run?.Latest("error rate")?.Verdict;
        var how = (run?.FinishedAt is not null ? "d" : verdict == GateVerdict.Passed ? "s" : string.Empty) + (verdict == GateVerdict.Failed ? "f" : string.Empty);
        return voyage.State switch
        {
            "Deploying" => at + how,
            "Paused" => $"P{at}{how}",
            "Verifying" => "V",
            "RollingBack" => "back",
            _ => "forward",
        };
    }

    private static string Serves(Voyage voyage) => $"{voyage.Release.ExposureOf(Crew.Production)} {voyage.Release.VersionsServing(Crew.Production)}";
}
