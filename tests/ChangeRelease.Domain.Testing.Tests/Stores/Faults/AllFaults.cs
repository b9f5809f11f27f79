namespace ChangeRelease.Domain.Testing.Tests.Stores.Faults;

/// <summary>The stores that the contract must catch, by their numbers; some come in several kinds.</summary>
internal static class AllFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Fault.Of(1, "ignores the expected version", disk => new IgnoresTheVersion(disk), "store.append.stale", "store.append.ahead", "store.race.version"),
        Fault.Of(1, "notices what is there already and no gap", disk => new AllowsGaps(disk), "store.append.ahead"),
        Fault.Of(2, "checks the version, then inserts", disk => new ChecksThenInserts(disk), "store.race.version"),
        Fault.Of(2, "compares a document, then saves it", disk => new ComparesThenSaves(disk), "store.document.race"),
        Fault.Of(3, "the last write wins", disk => new LastWriteWins(disk), "store.append.stale"),
        Fault.Of(3, "the last write of a document wins", disk => new OverwritesDocuments(disk), "store.document.stale", "store.document.altered"),
        Fault.Of(4, "counts versions from zero", disk => new CountsFromZero(disk), "store.append.altered"),
        Fault.Of(4, "reads the version given as well", disk => new ReadsTheVersionGiven(disk), "store.read.tail"),
        Fault.Of(5, "writes records one by one", disk => new WritesOneByOne(disk), "store.failure.partial", "store.append.misused", "store.crash.halves", "store.race.halves"),
        Fault.Of(6, "writes a batch from its end", disk => new WritesBackwards(disk), "store.append.altered"),
        Fault.Of(7, "acknowledges before it is safe", disk => new WritesLater(disk), "store.crash.lost", "store.outbox.lost", "store.document.lost"),
        Fault.Of(8, "reads a copy that follows later", disk => new ReadsACopy(disk), "store.read.stale"),
        Fault.Of(9, "knows no commands", disk => new KnowsNoCommands(disk), "store.command.repeated"),
        Fault.Of(9, "knows the latest commands only", disk => new KnowsTheLatestCommands(disk), "store.sequence.differs"),
        Fault.Of(10, "knows commands of all streams by their id", disk => new KnowsCommandsOnlyById(disk), "store.command.scope", "store.race.streams"),
        Fault.Of(11, "looks for the command before the append", disk => new LooksForTheCommandFirst(disk), "store.race.command"),
        Fault.Of(11, "keeps the command before the append", disk => new KeepsTheCommandFirst(disk), "store.command.conflicted"),
        Fault.Of(12, "forgets commands when it is closed", disk => new ForgetsCommands(disk), "store.restart.lost"),
        Fault.Of(13, "rounds instants", disk => new RoundsInstants(disk), "store.content.instant"),
        Fault.Of(14, "keeps local times", disk => new KeepsLocalTimes(disk), "store.content.instant"),
        Fault.Of(15, "renders JSON anew", disk => new RendersJson(disk), "store.content.payload"),
        Fault.Of(16, "cuts long texts", disk => new CutsLongTexts(disk), "store.content.long"),
        Fault.Of(17, "trims texts", disk => new TrimsTexts(disk), "store.content.blanks"),
        Fault.Of(18, "ignores case in names", disk => new IgnoresCase(disk), "store.name.case"),
        Fault.Of(18, "ignores case in names of documents", disk => new IgnoresCaseInDocuments(disk), "store.document.name"),
        Fault.Of(19, "normalizes names", disk => new NormalizesNames(disk), "store.name.unicode"),
        Fault.Of(20, "keeps null as empty", disk => new KeepsNullAsEmpty(disk), "store.content.nothing"),
        Fault.Of(21, "hands out its own list", disk => new HandsOutItsOwn(disk), "store.append.list-kept", "store.read.under-way"),
        Fault.Of(21, "keeps the bytes given", disk => new KeepsTheBytesGiven(disk), "store.document.instance"),
        Fault.Of(22, "commits, then is canceled", disk => new CommitsThenThrows(disk), "store.cancel.before", "store.cancel.during"),
        Fault.Of(23, "fails on a conflict", disk => new FailsOnConflict(disk), "store.append.stale"),
        Fault.Of(23, "fails when it is busy", disk => new IsLocked(disk), "store.race.streams"),
        Fault.Of(24, "draws its place in the feed early", disk => new DrawsPlacesEarly(disk), "store.feed.late"),
        Fault.Of(24, "sorts the feed by time", disk => new SortsTheFeedByTime(disk), "store.feed.altered"),
        Fault.Of(25, "forgets the tenant", disk => new ForgetsTheTenant(disk), "store.name.tenant"),
        Fault.Of(25, "glues names together", disk => new GluesNames(disk), "store.name.parts"),
        Fault.Of(26, "tells later", disk => new TellsLater(disk), "store.outbox.apart", "store.outbox.partial"),
        Fault.Of(26, "tells whatever comes", disk => new TellsWhateverComes(disk), "store.outbox.altered"),
        Fault.Of(27, "drops unknown types", disk => new DropsUnknownTypes(disk), "store.content.type"),
    ];
}
