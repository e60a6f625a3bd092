@echo off
rem Starts the service on Windows. The data is kept in .\data of the current directory, unless PIPELINE_DATA_DIR names another.
rem JAVA_HOME chooses the Java (17 or later), JAVA_OPTS adds options to it and has the last word.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo Java 17 or later is needed: install it, or set JAVA_HOME. 1>&2
  exit /b 1
)
rem Bounds of the memory outside the heap, and thorough compilation of what is used often: docs\operate.md.
set "BOUNDS=-XX:MaxDirectMemorySize=128m -XX:ReservedCodeCacheSize=128m -XX:MaxMetaspaceSize=256m"
set "COMPILATION=-XX:Tier4InvocationThreshold=25000 -XX:Tier4MinInvocationThreshold=3000 -XX:Tier4CompileThreshold=75000 -XX:Tier4BackEdgeThreshold=200000"
"%JAVA%" %BOUNDS% %COMPILATION% %JAVA_OPTS% -jar "%~dp0..\quarkus-app\quarkus-run.jar" %*
exit /b %errorlevel%
