namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The snippets of one page, run in the order in which the page shows them.</summary>
internal interface IProgram
{
    Task RunAsync(Transcript console);
}
