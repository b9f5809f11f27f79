using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>What the rules say of a rollout, kept by a model of its own that reads events only: exposure, gates, bakes, packages and versions.</summary>
internal sealed class RolloutShadow(bool isPromoted)
{
    private readonly Dictionary<string, int> _exposed = [];
    private readonly Dictionary<string, int> _ever = [];
    private readonly Dictionary<string, (Instant MeasuredAt, bool Passed, bool Failed)> _gates = new(StringComparer.Ordinal);
    private RolloutPlan? _plan;
    private Digest? _package;
    private Digest? _tested;
    private Digest? _excepted;
    private Instant _exceptedUntil;
    private Instant _stagedAt;
    private bool? _staged;
    private int _incidents;
    private Instant _accepted;
    private Instant _rolledOut;
    private bool _smoke;
    private int _begun;
    private Instant _since;
    private Instant _bakesFrom;
    private bool _isUnderWay;
    private bool _isBroken;

    public int Raised { get; private set; }

    public int Halted { get; private set; }

    public void Take(ReleaseEvent happened, Release after, Action<bool, string> check)
    {
        var at = happened.Header.Stamp.At;
        switch (happened)
        {
            case ReleaseOpened it: Plan(it.Content); break;
            case ReleaseAmended it: Plan(it.Content); break;
            case ReleaseRecalled it: Plan(it.Content); break;
            case ReleaseRolledForward it: Plan(it.Content); break;
            case PackageBuilt it: (_package, _staged, _smoke) = (it.Package.Digest, null, false); break;
            case PromotionBegun it: check(it.Deployment.Package == _package && _staged != false, "what is promoted is the package, once at a time"); _staged = false; _smoke = false; break;
            case DeploymentFinished it: _staged = it.Outcome == DeploymentOutcome.Succeeded ? true : null; _stagedAt = at; break;
            case PromotionRecorded it: check(_staged == true, "evidence is of a package that runs there"); _smoke = it.Result.Verdict == GateVerdict.Passed; break;
            case PromotionExempted it: (_excepted, _exceptedUntil) = (_package, it.Exemption.Until); break;
            case ReleaseTestsPassed:
                check(!isPromoted || (_excepted == _package && at < _exceptedUntil) || (_staged == true && _smoke && at >= _stagedAt + Duration.FromMinutes(5)), "nothing passes its tests that skipped an environment");
                _tested = _package;
                break;
            case DeploymentStarted: (_begun, _isUnderWay, _isBroken) = (0, false, false); _gates.Clear(); break;
            case StageBegun it: Begin(it, at, check); break;
            case GateRecorded it: Show(it, check); break;
            case StageFinished it: Finish(it, at, check); break;
            case RolloutFinished: check(_begun == _plan!.Stages.Count && !_isUnderWay, "a rollout ends when every stage did"); _rolledOut = at; break;
            case RolloutContinued: check(!_isBroken && !_gates.Values.Any(gate => gate.Failed), "no rollout goes on past a failed gate or out of a roll back"); _bakesFrom = at; break;
            case ReleaseRollBackStarted: _isBroken = true; break;
            case ReleaseRolledBack: _exposed.Clear(); break;
            case IncidentLinked: _incidents++; break;
            case IncidentClosed: _incidents--; break;
            case CriterionRecorded it: _accepted = it.Result.Result.Evidence.MeasuredAt; break;
            case ReleaseAccepted: check(_incidents == 0 && _accepted >= _rolledOut, "nothing is accepted with an open incident, or on what was seen before it was out"); break;
            case ReleaseCanceled: check(!_exposed.Values.Any(share => share > 0), "nothing is given up that someone has"); break;
            default: break;
        }

        _plan ??= after.Content.Rollout;
        Compare(after, check);
    }

    private void Plan(ReleaseContent content) => (_plan, _package, _tested) = (content.Rollout, Known(content.Package?.Digest), null);

    // Another package was nowhere yet; the same one is where it was.
    private Digest? Known(Digest? package)
    {
        (_staged, _smoke) = package == _package ? (_staged, _smoke) : (null, false);
        return package;
    }

    private void Begin(StageBegun it, Instant at, Action<bool, string> check)
    {
        var stage = _plan!.Stages[_begun];
        var before = _exposed.GetValueOrDefault(it.Environment.Value);
        check(!_isUnderWay && stage.Name == it.Stage && stage.Exposure == it.Exposure, "stages begin in order, one at a time");
        check(it.Exposure.BasisPoints >= before, "exposure never falls before a roll back");
        check(!_gates.Values.Any(gate => gate.Failed), "no failed gate lets exposure rise");
        check(it.Package == _package && _tested == _package, "what is deployed is what was tested");
        (_begun, _isUnderWay, _since, _bakesFrom) = (_begun + 1, true, at, at);
        _gates.Clear();
        _exposed[it.Environment.Value] = it.Exposure.BasisPoints;
        _ever[it.Environment.Value] = Math.Max(_ever.GetValueOrDefault(it.Environment.Value), it.Exposure.BasisPoints);
        Raised += it.Exposure.BasisPoints > before ? 1 : 0;
    }

    private void Show(GateRecorded it, Action<bool, string> check)
    {
        var evidence = it.Result.Evidence;
        var gate = _plan!.Stages[_begun - 1].Gates.Single(gate => gate.Name == evidence.Gate);
        var failed = evidence.Budget is { } budget ? budget.Remaining * 10_000 < gate.Least!.BasisPoints * budget.Total : evidence.Verdict == GateVerdict.Failed;
        check(evidence.MeasuredAt >= _since && evidence.MeasuredAt <= it.Header.Stamp.At && (!_gates.TryGetValue(gate.Name, out var last) || last.MeasuredAt < evidence.MeasuredAt), "evidence is from the stage and newer than the last");
        check(!failed || it.Header.Status == ReleaseStates.Paused, "a failed gate stops the rollout at once");
        _gates[gate.Name] = (evidence.MeasuredAt, !failed && evidence.Verdict is null or GateVerdict.Passed, failed);
        Halted += failed ? 1 : 0;
    }

    private void Finish(StageFinished it, Instant at, Action<bool, string> check)
    {
        var stage = _plan!.Stages[_begun - 1];
        check(_isUnderWay && stage.Name == it.Stage, "the stage that ends is under way");
        check(at >= _bakesFrom + stage.Bake, "no stage ends before it has baked");
        check(stage.Gates.All(gate => _gates.TryGetValue(gate.Name, out var shown) && shown.Passed), "no stage ends before its gates are passed");
        _isUnderWay = false;
    }

    private void Compare(Release after, Action<bool, string> check)
    {
        check(after.Exposures.All(exposed => _exposed.GetValueOrDefault(exposed.Environment.Value) == exposed.Share.BasisPoints), "the release knows how far it is out");
        check(_exposed.All(exposed => after.ExposureOf(new EnvironmentId(exposed.Key)).BasisPoints == exposed.Value), "the release forgets no exposure");
        var most = after.Runs.Count > 0 && after.Status != ReleaseStates.RolledBack && after.Content.Rollout!.Strategy is RolloutStrategy.AllAtOnce or RolloutStrategy.BlueGreen ? 1 : 2;
        check(after.VersionsServing(Crew.Production).Count <= most, "no more versions serve at once than the strategy allows");
    }
}
