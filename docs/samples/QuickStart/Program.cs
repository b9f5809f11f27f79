using QuickStart;

try
{
    return await App.RunAsync(args, Console.Out, Console.Error);
}
catch (IOException wrong)
{
    await Console.Error.WriteLineAsync($"The output could not be written: {wrong.Message}");
    return App.Stuck;
}
